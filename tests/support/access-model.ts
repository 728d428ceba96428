/**
 * Who may see which row, written a second time in plain TypeScript from the partnership's access rule (README): a model
 * with no SQL and no line in common with the policies, for random rows and random people.
 *
 * A row is what stands in its table, by its columns' names. To extend it: a type in Facts, a sentence in SEES.
 */
import type { Role } from "#lib/people/schema.ts";

export type Audience = "public" | "partners" | "board";
/** Whoever asks, as their scope would say it; null is anyone. */
export type Asker = {
  readonly person_id: string;
  readonly role_id: string;
  readonly role: Role;
  readonly organisation_id: string;
  readonly area_id: string;
} | null;

type InArea = { readonly area_id: string };
type OfIndicator = InArea & { readonly indicator_code: string };
type OfMonth = OfIndicator & { readonly month: string };
type Given = { readonly audience: Audience };

/** The rows of a world, by table, keys first. */
export type Facts = {
  readonly person: readonly { readonly id: string; readonly ended_on: string | null }[];
  readonly role_holding: readonly (InArea & {
    readonly id: string;
    readonly person_id: string;
    readonly organisation_id: string;
    readonly role: Role;
    readonly from_on: string;
    readonly to_on: string | null;
  })[];
  readonly session: readonly { readonly id: string; readonly person_id: string; readonly role_holding_id: string }[];
  readonly second_step: readonly { readonly person_id: string }[];
  readonly recovery_code: readonly { readonly person_id: string }[];
  readonly invitation: readonly (InArea & { readonly id: string })[];
  readonly indicator: readonly (Given & { readonly code: string })[];
  readonly area_indicator: readonly OfIndicator[];
  readonly indicator_owner: readonly (OfIndicator & { readonly organisation_id: string })[];
  readonly import: readonly (InArea & { readonly id: string; readonly read_by_id: string })[];
  readonly target: readonly (OfIndicator & { readonly id: string })[];
  readonly figure: readonly (OfMonth & { readonly id: string; readonly organisation_id: string })[];
  readonly publication: readonly (InArea & Given & { readonly id: string })[];
  readonly published_figure: readonly (OfMonth & Given & { readonly figure_id: string })[];
  readonly commentary: readonly (OfMonth &
    Given & {
      readonly id: string;
      readonly organisation_id: string;
      readonly published_at: string | null;
      readonly withdrawn_at: string | null;
    })[];
  readonly exception_report: readonly (OfMonth & {
    readonly id: string;
    readonly organisation_id: string;
    readonly given_at: string | null;
  })[];
  readonly exception_words: readonly { readonly report_id: string }[];
  readonly exception_seen: readonly { readonly report_id: string }[];
  readonly notice: readonly (InArea & Given & { readonly id: string; readonly indicator_code: string | null })[];
  readonly notices_seen: readonly { readonly role_holding_id: string }[];
  readonly audit_entry: readonly (InArea & { readonly id: string })[];
};
export type Table = keyof Facts;
type Sees<T extends Table> = (asker: Asker, row: Facts[T][number], facts: Facts) => boolean;

const LEADERS: readonly Role[] = ["council leader", "icb leader", "trust leader"];
const BOARD: readonly Role[] = [...LEADERS, "data officer", "board chair"];
/** Whoever answers for figures reads them exactly; the forum reads what the small-number rule left. */
const EXACT: readonly Role[] = [
  ...BOARD,
  "case officer",
  "council adviser",
  "health officer",
  "social care officer",
  "senco",
  "head teacher",
];
const PARTNERS: readonly Role[] = [...EXACT, "forum representative"];

function has(asker: Asker, roles: readonly Role[]): asker is NonNullable<Asker> {
  return asker !== null && roles.includes(asker.role);
}

function reads(asker: Asker, audience: Audience): boolean {
  if (audience === "public") return true;
  return has(asker, audience === "board" ? BOARD : PARTNERS);
}

function isIn(asker: Asker, { area_id }: InArea): asker is NonNullable<Asker> {
  return asker?.area_id === area_id;
}

function readsIndicator(asker: Asker, code: string, { indicator }: Facts): boolean {
  return indicator.some((one) => one.code === code && reads(asker, one.audience));
}

/** What an area makes of a definition: public everywhere if the definition is, else for the area's readers of it. */
const usesInArea = (asker: Asker, row: OfIndicator, facts: Facts) =>
  facts.indicator.some((one) => one.code === row.indicator_code && one.audience === "public") ||
  (isIn(asker, row) && readsIndicator(asker, row.indicator_code, facts));

/** Of the asker's own organisation, which answers for it. The chair is independent of the council that names them. */
function isOwn(asker: Asker, row: OfIndicator & { readonly organisation_id: string }, facts: Facts): boolean {
  return (
    isIn(asker, row) &&
    has(asker, EXACT) &&
    asker.role !== "board chair" &&
    asker.organisation_id === row.organisation_id &&
    readsIndicator(asker, row.indicator_code, facts)
  );
}

/** Public everywhere; else within the area, for whoever its audience names. */
const isGivenTo = (asker: Asker, row: InArea & Given) =>
  row.audience === "public" || (isIn(asker, row) && reads(asker, row.audience));

function monthIsGivenTo(asker: Asker, row: OfMonth, { published_figure }: Facts): boolean {
  return published_figure.some(
    (shown) =>
      shown.area_id === row.area_id &&
      shown.indicator_code === row.indicator_code &&
      shown.month === row.month &&
      isGivenTo(asker, shown),
  );
}

function keeps(asker: Asker, roles: readonly Role[], person: string, { role_holding }: Facts): boolean {
  return has(asker, roles) && role_holding.some((held) => held.person_id === person && isIn(asker, held));
}

const KEEPERS: readonly Role[] = ["administrator", "auditor"];
const ADMINISTRATOR: readonly Role[] = ["administrator"];

export const SEES: { readonly [T in Table]: Sees<T> } = {
  person: (asker, row, facts) => asker?.person_id === row.id || keeps(asker, KEEPERS, row.id, facts),
  role_holding: (asker, row) => asker?.person_id === row.person_id || (has(asker, KEEPERS) && isIn(asker, row)),
  session: (asker, row, { role_holding }) =>
    asker?.person_id === row.person_id ||
    (has(asker, ADMINISTRATOR) && role_holding.some((held) => held.id === row.role_holding_id && isIn(asker, held))),
  second_step: (asker, row, facts) =>
    asker?.person_id === row.person_id || keeps(asker, ADMINISTRATOR, row.person_id, facts),
  recovery_code: (asker, row) => asker?.person_id === row.person_id,
  invitation: (asker, row) => has(asker, ADMINISTRATOR) && isIn(asker, row),

  indicator: (asker, row) => reads(asker, row.audience),
  area_indicator: usesInArea,
  indicator_owner: usesInArea,
  import: (asker, row) => isIn(asker, row) && asker.role_id === row.read_by_id,
  target: (asker, row, facts) =>
    isIn(asker, row) && has(asker, PARTNERS) && readsIndicator(asker, row.indicator_code, facts),

  // A revision of a month that was given is read at once by whoever reads exactly.
  figure: (asker, row, facts) =>
    isOwn(asker, row, facts) || (isIn(asker, row) && has(asker, EXACT) && monthIsGivenTo(asker, row, facts)),
  publication: isGivenTo,
  published_figure: isGivenTo,

  commentary: (asker, row, facts) =>
    isOwn(asker, row, facts) ||
    (row.published_at !== null &&
      row.withdrawn_at === null &&
      isGivenTo(asker, row) &&
      monthIsGivenTo(asker, row, facts)),
  exception_report: seesReport,
  exception_words: (asker, row, facts) =>
    facts.exception_report.some(
      (report) =>
        report.id === row.report_id &&
        (isOwn(asker, report, facts) || (has(asker, BOARD) && seesReport(asker, report, facts))),
    ),
  exception_seen: (asker, row, facts) =>
    facts.exception_report.some((report) => report.id === row.report_id && seesReport(asker, report, facts)),

  notice: (asker, row, facts) =>
    isIn(asker, row) &&
    reads(asker, row.audience) &&
    (row.indicator_code === null || readsIndicator(asker, row.indicator_code, facts)),
  notices_seen: (asker, row) => asker?.role_id === row.role_holding_id,
  audit_entry: (asker, row) => has(asker, ["auditor"]) && isIn(asker, row),
};

function seesReport(asker: Asker, row: Facts["exception_report"][number], facts: Facts): boolean {
  return (
    isOwn(asker, row, facts) ||
    (isIn(asker, row) && has(asker, EXACT) && row.given_at !== null && readsIndicator(asker, row.indicator_code, facts))
  );
}
