import { PageHead } from "#components/ui/page-head.tsx";
import type { IndicatorLine } from "#lib/indicators/indicator-queries.ts";
import { indicatorPath } from "#lib/indicators/paths.ts";

/** Every definition, those with figures first: what is measured, and what nobody has reported yet. */
export function IndicatorList({ area, lines }: { readonly area: string; readonly lines: readonly IndicatorLine[] }) {
  const reported = lines.filter((line) => line.months > 0);
  const national = lines.filter((line) => line.months === 0 && line.national);
  const neither = lines.filter((line) => line.months === 0 && !line.national);
  return (
    <>
      <PageHead
        title="Indicators"
        above={area}
        below={`${lines.length} definitions that you may read: ${reported.length} with months of ${area}, ${national.length} more with national figures by year.`}
      />
      {reported.length > 0 && <Lines title="With months reported" lines={reported} />}
      {national.length > 0 && <Lines title="With national figures by year" lines={national} />}
      {neither.length > 0 && <Lines title="Defined, with no figure yet" lines={neither} />}
    </>
  );
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly IndicatorLine[] }) {
  return (
    <section className="mt-8">
      <h2>{title}</h2>
      <ul className="mt-2 grid border-t-2 border-ink lg:grid-cols-2 lg:gap-x-10">
        {lines.map((line) => (
          <li key={line.code} className="flex flex-wrap items-baseline gap-x-3 border-b border-line py-2">
            <a href={indicatorPath(line.code)} className="py-0.5">
              {line.name}
            </a>
            <span className="text-[15px] text-soft">
              {line.owners[0] ?? "no owner yet"}
              {line.months > 0 && `, ${line.months} ${line.months === 1 ? "month" : "months"}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
