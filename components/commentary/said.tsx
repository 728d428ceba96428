import { Paragraphs } from "#components/commentary/paragraphs.tsx";
import type { Said, Standing } from "#lib/commentary/rules.ts";
import { AUDIENCE_WORDS } from "#lib/commentary/words.ts";
import { longMoment } from "#lib/dates.ts";

/** What an owner says of a figure, with who says it and when. It is the same on a screen and on a board paper. */
export function SaidBy({ said, to = false }: { readonly said: Said; readonly to?: boolean }) {
  return (
    <div className="border-l-4 border-line pl-4">
      <p className="text-[15px] text-soft print:text-[11px]">
        <b className="font-semibold text-ink">{said.organisation}</b>, {longMoment(new Date(said.publishedAt))}
        {to && `, for ${AUDIENCE_WORDS[said.audience]}`}
      </p>
      <Paragraphs words={said.words} />
    </div>
  );
}

/** Each organisation's words under the figure that they are about; nothing where nothing was said. */
export function SaidUnder({
  said,
  id,
  href,
}: {
  readonly said: readonly Standing<Said>[];
  /** Where a sign in the table leads. */
  readonly id?: string;
  /** The page with what was said before; nothing where the reader has no such page. */
  readonly href?: string;
}) {
  if (said.length === 0) return null;
  const before = said.some((one) => one.before.length > 0);
  return (
    <div id={id} className="mt-3 grid gap-3 break-inside-avoid">
      {said.map(({ stands }) => (
        <SaidBy key={stands.id} said={stands} />
      ))}
      {href && (
        <p className="text-[15px] print:hidden">
          <a href={href}>{before ? "This commentary, and what was said before" : "This commentary on its own page"}</a>
        </p>
      )}
    </div>
  );
}
