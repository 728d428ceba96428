/**
 * The period of a national figure: a year, "2024", or two years run together, "201819".
 */
import { quoted } from "./problem-rules.ts";

/** "2024" is "2024"; "201819" is "2018/19" for an academic year and "2018-19" for any other, as DfE prints them. */
export function periodName(period: string, periodType: string): string {
  if (!/^\d{6}$/.test(period)) return period;
  return `${period.slice(0, 4)}${/^academic/i.test(periodType) ? "/" : "-"}${period.slice(4)}`;
}

/** What is wrong with a period and what to do, or null. */
export function periodProblem(period: string): string | null {
  const [, first, second] = /^(?:19|20)(\d\d)(\d\d)?$/.exec(period) ?? [];
  const isPeriod = first !== undefined && (second === undefined || Number(second) === (Number(first) + 1) % 100);
  return isPeriod ? null : `${quoted(period)} is not a year such as 2024, or two such as 201819. Correct the cell.`;
}
