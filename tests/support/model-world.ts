/** A drawn world (model-drawn.ts) as rows that can be stored, with ids of its own, and as the facts that the model knows. */
import { uuidv7 } from "#lib/ids.ts";
import type { Facts } from "./access-model.ts";
import { addedDays } from "./days.ts";
import type { DrawnWorld } from "./model-drawn.ts";

const MONTHS = ["2022-01-01", "2022-02-01"];
const AT = "2022-04-04T10:00:00Z";

export type ModelWorld = {
  /** Every table's rows in full, by their columns' names, in an order in which they can be stored. */
  readonly rows: Readonly<Record<string, readonly object[]>>;
  readonly facts: Facts;
  readonly sessions: readonly { readonly token: string; readonly personId: string; readonly roleId: string }[];
};

function pick<T>(from: readonly T[], number: number): T {
  const found = from[number % from.length];
  if (found === undefined) throw new Error("There is nothing to pick from.");
  return found;
}

/** Only the first of those that the table would take for the same row. */
function first<T>(rows: readonly T[], key: (row: T) => unknown): T[] {
  return [...new Map(rows.map((row) => [JSON.stringify(key(row)), row] as const).reverse()).values()].reverse();
}

/** The world with ids of its own, so that many stand in one database. `hashOf` is what is kept of a session's token. */
export function worldOf(drawn: DrawnWorld, hashOf: (token: string) => string): ModelWorld {
  const id = uuidv7;
  const tail = id().slice(-12);
  const bytes = () => `\\x${id().replaceAll("-", "")}`;
  const area = [0, 1].map((n) => ({
    id: id(),
    code: `M${n}${tail}`,
    slug: `m${n}-${tail}`,
    name: `Area ${n}`,
    region: "",
  }));
  const [here = "", there = ""] = area.map((one) => one.id);
  const organisation = [0, 1, 2, 3, 4].map((n) => ({ id: id(), kind: "council", name: `Organisation ${n} ${tail}` }));
  const [council = "", trust = "", icb = "", council2 = "", trust2 = ""] = organisation.map((one) => one.id);
  const organisationIn = (areaId: string, n: number) =>
    pick(areaId === here ? [council, trust, icb] : [council2, trust2, icb], n);
  const day = (days: number | null) => (days === null ? null : addedDays(days));

  const people = drawn.people.map((person) => ({ id: id(), ...person }));
  const person = people.map((one) => ({
    ...{ id: one.id, display_name: "Person", email: `${one.id}@test.example`, ended_on: day(one.endedDays) },
  }));
  const role_holding = people.flatMap((one) =>
    one.holdings.map(({ role, elsewhere, organisation: n, fromDays, toDays }) => {
      const area_id = elsewhere ? there : here;
      const to_on = toDays !== null && toDays < fromDays ? day(fromDays) : day(toDays);
      const organisation_id = organisationIn(area_id, n);
      return { id: id(), area_id, person_id: one.id, organisation_id, role, from_on: addedDays(fromDays), to_on };
    }),
  );
  const by = (n: number) => pick(role_holding, n);
  const sessions = role_holding.map((held) => ({ token: id(), personId: held.person_id, roleId: held.id }));
  const now = new Date().toISOString();
  const session = sessions.map(({ token, personId: person_id, roleId: role_holding_id }) => ({
    ...{ id: id(), token_hash: hashOf(token), person_id, role_holding_id, started_at: now, last_seen_at: now },
    ...{ browser: "", method: "password" },
  }));
  const second_step = person.slice(0, 2).map((one) => ({ person_id: one.id, secret: bytes(), confirmed_at: AT }));
  const recovery_code = person.slice(0, 2).map((one) => ({ person_id: one.id, code_hash: bytes(), made_at: AT }));
  const invitation = drawn.invitations.map((one) => ({
    ...{
      id: id(),
      area_id: by(one.by).area_id,
      kind: "new password",
      token_hash: bytes(),
      email: "",
      display_name: "",
    },
    ...{ person_id: pick(person, one.person).id, made_by_id: by(one.by).id, made_at: AT, expires_at: AT },
  }));

  const words = { short_name: "", meaning: "", numerator: "", denominator: "", exclusions: "", basis: "", source: "" };
  const shape = { law: "", owner_kinds: [], certainty: "", unit: "count", kind: "count", direction: "context" };
  const indicator = drawn.indicators.map((audience, n) => ({
    ...{ code: `M${n}-${tail}`, name: `M${n}-${tail}`, audience },
    ...words,
    ...shape,
  }));
  const code = (n: number) => pick(indicator, n).code;
  const area_indicator = indicator.flatMap((one) =>
    area.map(({ id: area_id }) => ({ area_id, indicator_code: one.code })),
  );
  const indicator_owner = first(
    drawn.owners.map(({ code: n, elsewhere, organisation: number }, place) => {
      const area_id = elsewhere ? there : here;
      return { area_id, indicator_code: code(n), organisation_id: organisationIn(area_id, number), place };
    }),
    (row) => [row.area_id, row.indicator_code, row.organisation_id],
  );
  const file = drawn.files.map((one) => ({
    ...{ id: id(), area_id: by(one.by).area_id, kind: "monthly table", file_name: "", sha256: "", byte_size: 0 },
    ...{ contents: "\\x00", read_by_id: by(one.by).id, read_at: AT },
  }));
  const about = (one: (typeof drawn.figures)[number]) => {
    const area_id = by(one.by).area_id;
    return { id: id(), area_id, indicator_code: code(one.code), month: pick(MONTHS, one.month) };
  };
  const owned = (one: (typeof drawn.figures)[number]) => {
    const row = about(one);
    return { ...row, organisation_id: organisationIn(row.area_id, one.organisation) };
  };
  const target = drawn.targets.map((one, n) => {
    const { month: from_on, ...row } = about(one);
    const set_at = new Date(Date.parse(AT) + n).toISOString();
    return {
      ...row,
      target: 1,
      tolerance: 0,
      from_on,
      set_by_role_id: by(one.by).id,
      set_by_organisation: "",
      set_at,
      reason: "",
    };
  });
  const figure = drawn.figures.map((one, n) => ({
    ...{ ...owned(one), period: "month", revision: n + 1, reason: n === 0 ? null : "", state: "dash", as_typed: "-" },
    ...{ marked_revised: false, submitted_by_id: by(one.by).id, submitted_at: AT, source: "" },
  }));
  const publications = drawn.publications.map((one, n) => ({
    shown: one.shown,
    row: {
      ...{
        id: id(),
        area_id: by(one.by).area_id,
        month: pick(MONTHS, one.month),
        board: String(n),
        published_on: "2022-04-04",
      },
      ...{ audience: one.audience, already_public: false, published_by_id: by(one.by).id, published_at: AT },
      ...{ open_points: 0, open_points_note: "" },
    },
  }));
  const published_figure = first(
    publications.flatMap(({ row: { id: publication_id, area_id }, shown }) =>
      shown.flatMap((one) => {
        const given = pick(figure, one.figure);
        if (given.area_id !== area_id) return [];
        const { id: figure_id, indicator_code, month, period } = given;
        const row = { area_id, publication_id, figure_id, indicator_code, month, period, audience: one.audience };
        return [{ ...row, state: "dash", shown: "-", marked_revised: false }];
      }),
    ),
    (row) => [row.publication_id, row.indicator_code],
  );
  const commentary = first(
    drawn.commentary.map((one) => {
      const taken_back = one.published && one.withdrawn;
      return {
        ...{ ...owned(one), audience: one.audience, words: "Words", version: 1, author_role_id: by(one.by).id },
        ...{ written_at: AT, published_at: one.published ? AT : null, withdrawn_at: taken_back ? AT : null },
        withdrawn_reason: taken_back ? "" : null,
      };
    }),
    (row) => (row.published_at ? row.id : [row.area_id, row.indicator_code, row.month, row.organisation_id]),
  );
  const reports = first(
    drawn.reports.map((one) => ({
      seen: one.seen && one.given,
      row: {
        ...{ ...owned(one), owner_role_id: by(one.by).id, begun_at: AT, given_at: one.given ? AT : null },
        back_on_track_on: one.given ? "2022-05-01" : null,
      },
    })),
    ({ row }) => [row.area_id, row.indicator_code, row.month, row.organisation_id],
  );
  const ofReport = ({ row }: (typeof reports)[number]) => ({ area_id: row.area_id, report_id: row.id });
  const exception_words = reports.map((report) => ({
    ...{ ...ofReport(report), why: "", doing: "", version: 1 },
    ...{ author_role_id: report.row.owner_role_id, written_at: AT },
  }));
  const exception_seen = reports
    .filter(({ seen }) => seen)
    .map((report) => ({
      ...{ ...ofReport(report), board: "", seen_on: "2022-04-04", seen_by_id: report.row.owner_role_id, seen_at: AT },
    }));
  const notice = drawn.notices.map((one) => ({
    ...{ id: id(), area_id: by(one.by).area_id, at: AT, kind: "month published", audience: one.audience },
    ...{ indicator_code: one.code === null ? null : code(one.code), made_by_id: by(one.by).id, made_by: "" },
  }));
  const notices_seen = role_holding
    .slice(0, 3)
    .map((held) => ({ role_holding_id: held.id, area_id: held.area_id, seen_until: AT }));
  const audit_entry = drawn.acts.map((one) => ({
    ...{
      id: id(),
      area_id: by(one.by).area_id,
      at: AT,
      role: by(one.by).role,
      action: "did",
      subject: "",
      purpose: "",
    },
  }));
  const publication = publications.map(({ row }) => row);
  const exception_report = reports.map(({ row }) => row);
  const facts = {
    ...{ person, role_holding, session, second_step, recovery_code, invitation, indicator, area_indicator },
    ...{ indicator_owner, import: file, target, figure, publication, published_figure, commentary, exception_report },
    ...{ exception_words, exception_seen, notice, notices_seen, audit_entry },
  };
  return { rows: { area, organisation, ...facts }, facts, sessions };
}
