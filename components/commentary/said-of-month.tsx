import { SaidUnder } from "#components/commentary/said.tsx";
import { commentaryPath } from "#lib/commentary/paths.ts";
import { type Said, whatStands } from "#lib/commentary/rules.ts";
import { monthName } from "#lib/dates.ts";

type SaidOf = Said & { readonly code: string; readonly month: string };
type Named = { readonly code: string; readonly name: string };

/** Where the words about an indicator stand on a page of figures: the sign in its row leads there. */
export function saidId(code: string): string {
  return `said-${code}`;
}

/** What was said of one indicator, under its headline. `linked` where the reader has the commentary's own page. */
export function SaidOfOne(props: {
  readonly said: readonly SaidOf[];
  readonly code: string;
  readonly linked: boolean;
}) {
  const own = props.said.filter(({ code }) => code === props.code);
  const month = own[0]?.month;
  if (month === undefined) return null;
  const link = props.linked ? { href: commentaryPath(props.code, month) } : {};
  return <SaidUnder said={whatStands(own)} id={saidId(props.code)} {...link} />;
}

/** What was said of the month's other figures, in the order of the table. `shown` stands elsewhere on the page already. */
export function SaidOfMonth(props: {
  readonly said: readonly SaidOf[];
  readonly rows: readonly Named[];
  readonly shown: readonly string[];
  readonly linked: boolean;
}) {
  const { said, shown, linked } = props;
  const rows = props.rows.filter(({ code }) => !shown.includes(code) && said.some((one) => one.code === code));
  const month = said[0]?.month;
  if (rows.length === 0 || month === undefined) return null;
  return (
    <section className="mt-10 print:mt-6">
      <h2>What owners say about {monthName(month)}</h2>
      {rows.map(({ code, name }) => (
        <div key={code} className="mt-5 break-inside-avoid">
          <h3>{name}</h3>
          <SaidOfOne said={said} code={code} linked={linked} />
        </div>
      ))}
    </section>
  );
}
