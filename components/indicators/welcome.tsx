import { HeadlineList } from "#components/indicators/headline-list.tsx";
import { monthName } from "#lib/dates.ts";
import type { WelcomeArea } from "#lib/indicators/progress-queries.ts";

/** The front page: what this is, and what each area has published, in a sentence. */
export function Welcome({ areas }: { readonly areas: readonly WelcomeArea[] }) {
  return (
    <>
      <div className="border-b-2 border-ink pb-5">
        <h1 className="max-w-3xl">One set of figures for children with special educational needs and disabilities</h1>
        <p className="mt-3 max-w-3xl text-lg">
          The council, the NHS, the Children’s Trust, schools and the parent carer forum answer together for children
          and young people with SEND. Here they, and you, read the same numbers: where each comes from, what it means,
          and what is not known.
        </p>
      </div>
      {areas.map((area) => (
        <section key={area.id} className="mt-8">
          <h2>
            <a href={`/progress?area=${area.slug}`}>{area.name}: how we are doing</a>
          </h2>
          {area.month === null ? (
            <p className="mt-2">No month published here yet.</p>
          ) : (
            <>
              <p className="mt-1 text-soft">{monthName(area.month)}, the latest month published</p>
              <HeadlineList headlines={area.headlines} />
            </>
          )}
        </section>
      ))}
      {areas.length === 0 && <p className="mt-6">No area has joined the portal yet.</p>}
    </>
  );
}
