/** Canaries in what owners promise and say: targets, commentaries, exception reports. */
import { uuidv7 } from "#lib/ids.ts";
import { type Aviary, BOARD, both, COUNCIL, ELSEWHERE, EXACT, type Holder, ICB, PARTNERS } from "./canaries.ts";

const AT = "2026-01-05T10:00:00Z";
const [DRAFT, TO_PARTNERS, TO_ANYONE] = ["2023-01-01", "2023-03-01", "2023-04-01"] as const;
/** A share of which more is better, with a target of its own here. */
const MISSED = "E04";

type Words = { readonly what: string; readonly readers: readonly string[] };

export async function plantAnswers(aviary: Aviary, officerAway: Holder): Promise<void> {
  const [data, leader] = [await aviary.holder("council.data"), await aviary.holder("council.leader")];
  const [icb, away] = [await aviary.holder("icb.leader"), await aviary.holder("nel.leader")];
  await plantTargets(aviary, leader, away);
  await plantCommentaries(aviary, leader, icb, away);
  await plantMisses(aviary, data, officerAway);
  await plantReports(aviary, data, leader, away);
}

async function plantTargets(aviary: Aviary, leader: Holder, away: Holder): Promise<void> {
  const target = async (by: Holder, code: string, value: number, what: string, readers: readonly string[]) => {
    const set = { set_by_role_id: by.id, set_at: AT, target: value, tolerance: 1, from_on: "2023-01-01" };
    const words = {
      set_by_organisation: aviary.say(`who set ${what}`, readers),
      reason: aviary.say(`why ${what} was set`, readers),
    };
    await aviary.portal.put("target", { id: uuidv7(), area_id: by.area_id, indicator_code: code, ...set, ...words });
  };
  await target(leader, MISSED, 99, "a target", PARTNERS);
  await target(leader, "E15", 1, "a target for the board", BOARD);
  await target(away, MISSED, 99, "a target elsewhere", ELSEWHERE);
  aviary.addresses.push(`/indicators/${MISSED}`);
}

async function plantCommentaries(aviary: Aviary, leader: Holder, icb: Holder, away: Holder): Promise<void> {
  const commentary = async (by: Holder, code: string, month: string, { what, readers }: Words, more: object = {}) => {
    const { area_id, organisation_id, id: author_role_id } = by;
    const of = { id: uuidv7(), area_id, organisation_id, author_role_id, indicator_code: code, month };
    const said = { words: aviary.say(what, readers), version: 1, written_at: AT, audience: "partners" };
    await aviary.portal.put("commentary", { ...of, ...said, ...more });
    aviary.addresses.push(`/indicators/${code}/commentary?month=${month.slice(0, 7)}`);
  };
  await commentary(leader, "E01", TO_ANYONE, { what: "a draft commentary of the council", readers: COUNCIL });
  await commentary(icb, "H01a", DRAFT, { what: "a draft commentary of the ICB", readers: ICB });
  await commentary(away, "E01", TO_PARTNERS, { what: "a draft commentary elsewhere", readers: ELSEWHERE });
  await commentary(
    leader,
    "E01",
    TO_ANYONE,
    { what: "a withdrawn commentary", readers: COUNCIL },
    { published_at: AT, withdrawn_at: AT, withdrawn_reason: aviary.say("why a commentary was withdrawn", COUNCIL) },
  );
}

/** Months whose figure missed the target. */
async function plantMisses({ portal }: Aviary, data: Holder, officerAway: Holder): Promise<void> {
  for (const [by, month, value] of [
    [data, DRAFT, 5],
    [data, TO_ANYONE, 6],
    [officerAway, TO_PARTNERS, 7],
  ] as const) {
    const [figure_id, publication_id] = [uuidv7(), uuidv7()];
    const { area_id, organisation_id, id } = by;
    const of = {
      area_id,
      indicator_code: MISSED,
      period: "month",
      month,
      state: "reported",
      value,
      marked_revised: false,
    };
    const who = { organisation_id, submitted_by_id: id, submitted_at: AT, source: "A test" };
    await portal.put("figure", { id: figure_id, ...of, ...who, revision: 1, as_typed: String(value) });
    const given = { published_on: "2026-01-08", audience: "partners", already_public: false, published_by_id: id };
    const words = { board: "A board", open_points: 0, open_points_note: "", published_at: AT };
    await portal.put("publication", { id: publication_id, area_id, month, ...given, ...words });
    await portal.put("published_figure", {
      ...of,
      publication_id,
      figure_id,
      audience: "partners",
      shown: String(value),
    });
  }
}

async function plantReports(aviary: Aviary, data: Holder, leader: Holder, away: Holder): Promise<void> {
  const { portal } = aviary;
  const report = async (by: Holder, month: string, given: boolean, { what, readers }: Words) => {
    const of = {
      id: uuidv7(),
      area_id: by.area_id,
      organisation_id: by.organisation_id,
      indicator_code: MISSED,
      month,
    };
    const when = given ? { given_at: AT, back_on_track_on: "2023-02-01" } : {};
    await portal.put("exception_report", { ...of, owner_role_id: by.id, begun_at: AT, ...when });
    const words = {
      why: aviary.say(`${what}: why`, readers),
      doing: aviary.say(`${what}: what is being done`, readers),
    };
    const written = { version: 1, author_role_id: by.id, written_at: AT };
    await portal.put("exception_words", { area_id: by.area_id, report_id: of.id, ...words, ...written });
    aviary.addresses.push(`/exceptions/${MISSED}/${month.slice(0, 7)}`);
    return of.id;
  };
  await report(leader, TO_ANYONE, false, { what: "an exception report in draft", readers: COUNCIL });
  const told = { what: "an exception report that was given", readers: both(BOARD, COUNCIL) };
  const report_id = await report(leader, DRAFT, true, told);
  await report(away, TO_PARTNERS, true, { what: "an exception report elsewhere", readers: ELSEWHERE });
  const seen = { area_id: data.area_id, report_id, seen_on: "2026-01-09", seen_by_id: data.id, seen_at: AT };
  await portal.put("exception_seen", { ...seen, board: aviary.say("the board that saw an exception report", EXACT) });
}
