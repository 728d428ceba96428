/** Canaries in definitions, figures, and what is given of them with a word of their owner. */
import { uuidv7 } from "#lib/ids.ts";
import {
  type Aviary,
  BOARD,
  both,
  COUNCIL,
  ELSEWHERE,
  EVERYBODY,
  EXACT,
  type Holder,
  ICB,
  PARTNERS,
} from "./canaries.ts";

const AT = "2026-01-05T10:00:00Z";
const [DRAFT, TO_BOARD, TO_PARTNERS, TO_ANYONE] = ["2023-01-01", "2023-02-01", "2023-03-01", "2023-04-01"] as const;

type Words = { readonly what: string; readonly readers: readonly string[] };

export async function plantFigures(aviary: Aviary, officerAway: Holder): Promise<void> {
  const data = await aviary.holder("council.data");
  const icb = await aviary.holder("icb.leader");
  await plantDefinitions(aviary, data);
  const ours = { what: "a draft figure of the council", readers: COUNCIL };
  await plantFigure(aviary, data, "E01", DRAFT, ours);
  await plantFigure(aviary, data, "E15", DRAFT, {
    what: "a draft for the board",
    readers: ["council.leader", "council.data"],
  });
  await plantFigure(aviary, icb, "H01a", DRAFT, { what: "a draft figure of the ICB", readers: ICB });
  await plantFigure(aviary, officerAway, "E01", DRAFT, { what: "a draft figure elsewhere", readers: ELSEWHERE });
  await plantGiven(aviary, data, "E01", TO_BOARD, "board", BOARD, both(BOARD, COUNCIL));
  await plantGiven(aviary, data, "E01", TO_PARTNERS, "partners", PARTNERS, EXACT);
  await plantGiven(aviary, data, "E01", TO_ANYONE, "public", EVERYBODY, EXACT);
  await plantGiven(aviary, officerAway, "E01", TO_PARTNERS, "partners", ELSEWHERE, ELSEWHERE);
}

async function plantDefinitions(aviary: Aviary, data: Holder): Promise<void> {
  for (const [code, readers] of [
    ["E15", both(BOARD, ELSEWHERE)],
    ["E14a", both(PARTNERS, ELSEWHERE)],
  ] as const) {
    await aviary.portal.rows(
      "update indicator set meaning = $2, short_name = $3, exclusions = $4 where code = $1",
      ...[code, aviary.say(`the meaning of ${code}`, readers)],
      ...[
        aviary.say(`the short name of ${code}`, readers, "charts alone say it"),
        aviary.say(`what ${code} leaves out`, readers),
      ],
    );
    const page = `/indicators/${code}`;
    aviary.addresses.push(page, `${page}/commentary`, `${page}/submit?month=2023-01`);
  }
  const words = {
    label: aviary.say("a paper's name", PARTNERS, "the import of that paper alone says it"),
    caveat: aviary.say("a caveat", PARTNERS),
  };
  await aviary.portal.put("indicator_label", {
    area_id: data.area_id,
    indicator_code: "E14a",
    ref: "9",
    place: 1,
    ...words,
  });
}

/** Two revisions: the second says why, and its number is typed as the canary. */
async function plantFigure(
  aviary: Aviary,
  by: Holder,
  code: string,
  month: string,
  { what, readers }: Words,
): Promise<string> {
  const { area_id, organisation_id, id: submitted_by_id } = by;
  const cell = { period: "month", month, state: "to be confirmed", marked_revised: false };
  const of = { area_id, organisation_id, submitted_by_id, submitted_at: AT, indicator_code: code };
  const first = {
    as_typed: aviary.say(`${what}, as first typed`, readers),
    source: aviary.say(`${what}, its first source`, readers),
  };
  await aviary.portal.put("figure", { id: uuidv7(), ...of, ...cell, ...first, revision: 1 });
  const id = uuidv7();
  const words = {
    as_typed: aviary.say(`${what}, as typed`, readers),
    source: aviary.say(`${what}, its source`, readers),
    reason: aviary.say(`${what}, why it was revised`, readers),
    cell: aviary.say(`${what}, its cell`, readers),
  };
  await aviary.portal.put("figure", { id, ...of, ...cell, ...words, revision: 2 });
  return id;
}

/** A month given to an audience, with what is shown of one figure, what the owner says of it, and a notice. */
async function plantGiven(
  aviary: Aviary,
  by: Holder,
  code: string,
  month: string,
  audience: string,
  readers: readonly string[],
  exact: readonly string[],
): Promise<void> {
  const { portal } = aviary;
  const { area_id, organisation_id } = by;
  const to = `the ${audience}${readers === ELSEWHERE ? " elsewhere" : ""}`;
  const figure_id = await plantFigure(aviary, by, code, month, { what: `a figure given to ${to}`, readers: exact });
  const publication = { id: uuidv7(), area_id, month, published_on: "2026-01-06", audience, already_public: false };
  const words = {
    board: aviary.say(`the board of what was given to ${to}`, readers),
    open_points_note: aviary.say(
      `what was open of what was given to ${to}`,
      readers,
      readers === ELSEWHERE ? "no data officer there signs in" : null,
    ),
  };
  await portal.put("publication", {
    ...publication,
    ...words,
    open_points: 1,
    published_by_id: by.id,
    published_at: AT,
  });
  const of = {
    area_id,
    publication_id: publication.id,
    figure_id,
    indicator_code: code,
    period: "month",
    month,
    audience,
  };
  // Whoever reads exactly reads the figure itself; the forum and the public read this.
  const outside = readers.includes("forum.rep") ? null : "whoever may read it reads the figure itself";
  const shown = aviary.say(`what was shown to ${to}`, readers, outside);
  await portal.put("published_figure", { ...of, state: "reported", value: 7, shown, marked_revised: false });
  const commentary = { id: uuidv7(), area_id, organisation_id, indicator_code: code, month, audience, version: 1 };
  const said = aviary.say(`a commentary for ${to}`, both(readers, exact === ELSEWHERE ? ELSEWHERE : COUNCIL));
  await portal.put("commentary", {
    ...commentary,
    words: said,
    author_role_id: by.id,
    written_at: AT,
    published_at: AT,
  });
  const told = audience === "public" ? PARTNERS : readers;
  const asked = `month=${month.slice(0, 7)}`;
  aviary.addresses.push(`/publish?${asked}`, `/dashboard?${asked}`, `/indicators/${code}/commentary?${asked}`);
  const notice = { id: uuidv7(), area_id, at: AT, kind: "commentary published", audience, month, made_by_id: by.id };
  await portal.put("notice", {
    ...notice,
    indicator_code: code,
    made_by: aviary.say(`who gave notice to ${to}`, told),
  });
}
