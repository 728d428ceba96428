/**
 * A published headline against the breakdown printed beside it. The 2025 release of new EHC plans gives North East
 * Lincolnshire 6,078 for 2022, the total of its region, where the settings of those plans add up to 111.
 *
 * Settings add up to the headline only since DfE counts placements that are not known: new plans from 2022, all plans
 * from 2023/24. A gap is a doubt and not an error, since England's own two totals differ by 350 of 66,706 in 2022.
 */
import { count } from "./grid.ts";
import type { NationalRow } from "./national-rules.ts";
import { periodName } from "./period-rules.ts";
import { type Problem, problemList } from "./problem-rules.ts";

const HEADLINES = [
  { sourceFile: "newplans", variable: "new_ehc_plans", from: /^20(2[2-9]|[3-9]\d)$/ },
  { sourceFile: "caseload", variable: "ehcplans", from: /^20(2[3-9]|[3-9]\d)\d\d$/ },
];
const SETTINGS = [
  "mainstream_total",
  "special_total",
  "ap_pru_total",
  "fe_total",
  "ed_elsewhere",
  "nm_early_years",
  "placement_unknown",
];
const UNUSABLE_GAP = 0.5;

/** One for each headline that its settings do not add up to; none where a setting is missing, unavailable or a defect. */
export function headlineDoubts(rows: readonly NationalRow[]): Problem[] {
  const doubts = problemList();
  const settings = new Map<string, number>();
  for (const row of rows) {
    if (row.state === "value" && row.value !== null) settings.set(keyOf(row, row.variable), row.value);
  }
  for (const row of rows) {
    if (row.value === null || !isHeadline(row)) continue;
    const parts = SETTINGS.map((variable) => settings.get(keyOf(row, variable)));
    const sum = parts.reduce(
      (total, part) => (total === undefined || part === undefined ? undefined : total + part),
      0,
    );
    if (sum !== undefined && sum !== row.value) doubts.add(row.cell, doubt(row, row.value, sum));
  }
  return doubts.listed();
}

function isHeadline({ sourceFile, variable, period }: NationalRow): boolean {
  return HEADLINES.some(
    (headline) => headline.sourceFile === sourceFile && headline.variable === variable && headline.from.test(period),
  );
}

function keyOf({ sourceFile, area, period }: NationalRow, variable: string): string {
  return JSON.stringify([sourceFile, area, period, variable]);
}

function doubt({ variable, area, period, periodType }: NationalRow, headline: number, sum: number): string {
  const gap = Math.abs(headline - sum);
  const where = `${variable} of ${area} for ${periodName(period, periodType)}`;
  const found = `${where} says ${count(headline)}, but its settings add up to ${count(sum)}`;
  return gap > sum * UNUSABLE_GAP
    ? `${found}: a gap of more than half. This row should not be used.`
    : `${found}: a gap of ${count(gap)}. Check it against the publication.`;
}
