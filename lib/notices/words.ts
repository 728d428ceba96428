/** What happened, said in a sentence. Months that were given to one board on one day are one piece of news. */
import { longDate, type Month, monthName } from "#lib/dates.ts";
import { exceptionPath } from "#lib/exceptions/paths.ts";
import { indicatorPath } from "#lib/indicators/paths.ts";
import { inSentence, monthsInWords } from "#lib/indicators/words.ts";
import type { Notice, Told } from "./notice.ts";

/** In the order given; what is gathered stands where its first one stood. */
export function told(notices: readonly Notice[]): Told[] {
  const news = Map.groupBy(notices, (notice) =>
    notice.kind === "month published" ? `${notice.board} ${notice.on} ${notice.isNew}` : notice.id,
  );
  return [...news.values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const months = [...new Set(own.flatMap(({ month }) => month ?? []))].sort();
    const { id, at, isNew } = first;
    return [{ id, at, isNew, sentence: sentence(first, months), href: hrefOf(first, months) }];
  });
}

function sentence({ kind, by, name, month, board, on }: Notice, months: readonly Month[]): string {
  const what = inSentence(name ?? "");
  const of = month === null ? what : `${what}, ${monthName(month)}`;
  switch (kind) {
    case "month published":
      return `${monthsInWords(months)} ${months.length === 1 ? "was" : "were"} given to the ${board} on ${longDate(on)}.`;
    case "commentary published":
      return `${by} published a commentary on ${of}.`;
    case "target set":
      return `${by} set a target for ${what}, from ${longDate(on)}.`;
    case "exception report given":
      return `${by} gave its exception report on ${of}.`;
    case "exception report seen":
      return `The ${board} saw the exception report on ${of}, on ${longDate(on)}.`;
  }
}

function hrefOf({ kind, code, month }: Notice, months: readonly Month[]): string {
  if (kind === "month published" || code === null) return `/dashboard?month=${months.at(-1)}`;
  const report = kind === "exception report given" || kind === "exception report seen";
  return report && month !== null ? exceptionPath(code, month) : indicatorPath(code);
}
