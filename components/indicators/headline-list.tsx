export type HeadlineLine = { readonly name: string; readonly value: string; readonly sentence: string };

/** The headline figures of a month in words, where there is no room or no need for the charts. */
export function HeadlineList({ headlines }: { readonly headlines: readonly HeadlineLine[] }) {
  return (
    <ul className="mt-3 grid gap-x-10 gap-y-5 md:grid-cols-2">
      {headlines.map((headline) => (
        <li key={headline.name} className="border-t border-line pt-3">
          <h3>{headline.name}</h3>
          <p className="max-w-[34em]">
            <strong className="mr-1.5 text-[32px] leading-none font-bold tabular-nums">{headline.value}</strong>
            {headline.sentence}
          </p>
        </li>
      ))}
    </ul>
  );
}
