import { Button } from "#components/ui/form.tsx";
import type { ReviewView } from "#lib/people/review-queries.ts";
import { SIGNS } from "#lib/people/review-rules.ts";
import { ConfirmFirst } from "./confirm-first.tsx";

/** Which roles to look at, by plain links, and the same ones as a file. */
export function ReviewTools({ view, confirmed }: { readonly view: ReviewView; readonly confirmed: boolean }) {
  const path = view.sign === null ? "/people/review" : `/people/review?${new URLSearchParams({ sign: view.sign })}`;
  const choices = [
    { name: "Every role held", href: "/people/review", count: view.held, current: view.sign === null },
    ...SIGNS.map((sign) => ({
      name: sign.charAt(0).toUpperCase() + sign.slice(1),
      href: `/people/review?${new URLSearchParams({ sign })}`,
      count: view.counts[sign],
      current: view.sign === sign,
    })),
  ];
  return (
    <div className="mt-6 bg-wash px-5 py-4 print:hidden">
      <nav aria-label="Which roles">
        <ul className="flex flex-wrap gap-x-6">
          {choices.map(({ name, href, count, current }) => (
            <li key={name}>
              <a
                href={href}
                aria-current={current ? "page" : undefined}
                className="inline-block py-2 aria-[current]:font-semibold"
              >
                {name} ({count.toLocaleString("en-GB")})
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="mt-3 border-t border-line pt-4">
        {confirmed ? (
          <form action="/people/review/export" method="post">
            <input type="hidden" name="sign" value={view.sign ?? ""} />
            <Button secondary>Export these roles as a file</Button>
          </form>
        ) : (
          <ConfirmFirst what="export these roles as a file" path={path} />
        )}
        <p className="mt-1 text-[15px] text-soft">
          For a spreadsheet (CSV): every role you asked for, not this page alone. That you exported them goes on record.
        </p>
      </div>
    </div>
  );
}
