import "server-only";
import { addMonths, type Month, monthColumn, monthName } from "#lib/dates.ts";
import { wholeNumerator } from "#lib/indicators/check-rules.ts";
import { round } from "#lib/indicators/numbers.ts";
import { AUDIENCES, type Audience } from "#lib/indicators/schema.ts";
import type { Scope } from "#lib/scope.ts";
import type { HiddenNumber } from "./figure-words-rules.ts";

type Cell = {
  name: string;
  month: Month;
  kind: string;
  asTyped: string;
  value: number;
  numerator: number | null;
  denominator: number | null;
  due: number | null;
};

/**
 * The numbers behind a figure that an audience does not see: of the figure, its whole, its parts and its siblings in the
 * month, and of the figure in the year before and after: hidden by the small-number rule, or not given to them yet. A
 * leader of the owner asks.
 */
export async function listHiddenNumbers(
  { actor, db }: Scope,
  code: string,
  month: Month,
  audience: Audience,
): Promise<HiddenNumber[]> {
  const shownTo = AUDIENCES.slice(0, AUDIENCES.indexOf(audience) + 1);
  const [first, last] = [monthColumn(addMonths(month, -12)), monthColumn(addMonths(month, 12))];
  const at = monthColumn(month);
  const cells = await db.$queryRaw<Cell[]>`
    with own as (select code, part_of from indicator where code = ${code}),
    family as (
      select i.code, i.name, i.kind, i.denominator_code from indicator i, own
      where i.code = own.code or i.part_of = own.code or i.code = own.part_of or i.part_of = own.part_of
    ), shown as (
      select distinct on (p.indicator_code, p.month, p.period) p.indicator_code, p.month, p.period, p.state
      from published_figure p join publication b on b.area_id = p.area_id and b.id = p.publication_id
      where p.area_id = ${actor.areaId}::uuid and p.audience = any(${shownTo})
        and p.indicator_code in (select code from family) and p.month between ${first}::date and ${last}::date
      order by p.indicator_code, p.month, p.period, b.published_at desc
    )
    select distinct m.name, to_char(f.month, 'YYYY-MM') as month, m.kind, f.as_typed as "asTyped", f.value::float8,
      f.numerator::float8, f.denominator::float8, w.value::float8 as due
    from figure f join family m on m.code = f.indicator_code
    left join shown s on s.indicator_code = f.indicator_code and s.month = f.month and s.period = f.period
    left join figure w on w.area_id = f.area_id and w.indicator_code = m.denominator_code
      and w.month = f.month and w.period = f.period
    where f.area_id = ${actor.areaId}::uuid and f.value is not null and f.month between ${first}::date and ${last}::date
      and coalesce(s.state, 'hidden') <> 'reported' and (f.month = ${at}::date or f.indicator_code = ${code})`;
  return cells.flatMap((cell) =>
    [...new Set(numbersBehind(cell))].map((value) => ({ name: `${cell.name}, ${monthName(cell.month)}`, value })),
  );
}

/** The value as it is and rounded, and of a rate the two numbers behind it, submitted or worked out. */
function numbersBehind({ kind, due, name: _name, ...cell }: Cell): number[] {
  const { value, numerator, denominator } = cell;
  const rounded = [value, round(value, 1), round(value, 0)];
  if (kind !== "rate") return rounded;
  const figure = { ...cell, state: "reported", star: "none" } as const;
  const behind = numerator ?? (due === null || due <= 0 ? null : wholeNumerator(figure, due));
  return [...rounded, ...[behind, denominator].filter((one) => one !== null)];
}
