import { PageHead } from "#components/ui/page-head.tsx";
import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { longDate } from "#lib/dates.ts";
import type { ReviewView } from "#lib/people/review-queries.ts";
import { roleName } from "#lib/people/words.ts";
import { ReviewTools } from "./review-tools.tsx";

const COLUMNS = [
  "Name and role",
  "Look at it because",
  "From",
  "Until",
  "Last used",
  "Last seen",
  "Second step",
  "Change",
];
const CELL = "py-2 pr-5 text-left align-top font-normal whitespace-nowrap";

/** Every role held today, the doubtful first, to be kept or ended one by one. */
export function Review(props: { readonly area: string; readonly view: ReviewView; readonly confirmed: boolean }) {
  const { area, view, confirmed } = props;
  return (
    <>
      <PageHead title="Review of access" below={sentence(area, view)} />
      <ReviewTools view={view} confirmed={confirmed} />
      {view.lines.length === 0 ? (
        <p className="mt-6">
          {view.sign === null ? "Nobody holds a role here today." : "No role held today is like this."}
        </p>
      ) : (
        <ScrollRegion name="Roles held today, table">
          <table className="mt-6 w-full border-collapse text-[15px]">
            <thead>
              <tr className="border-b-2 border-ink">
                {COLUMNS.map((column) => (
                  <th key={column} scope="col" className={`${CELL} font-semibold`}>
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {view.lines.map((line) => (
                <Row key={line.id} line={line} />
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      {view.pages > 1 && <Pages view={view} />}
    </>
  );
}

function sentence(area: string, { held, doubtful }: ReviewView): string {
  const roles = `${held.toLocaleString("en-GB")} ${held === 1 ? "role is" : "roles are"} held in ${area} today.`;
  if (doubtful === 0) return `${roles} Nothing about them asks for a second look.`;
  return `${roles} Look twice at ${doubtful.toLocaleString("en-GB")} of them, which stand first: who no longer needs a role should not have it.`;
}

function Row({ line }: { readonly line: ReviewView["lines"][number] }) {
  return (
    <tr className="border-b border-line">
      <th scope="row" className={`${CELL} min-w-64 max-w-96 !whitespace-normal wrap-anywhere`}>
        {line.name}
        <span className="block text-soft">
          {roleName(line.role)}, {line.organisation}
        </span>
        <span className="block text-soft">{line.email}</span>
      </th>
      <td className={CELL}>
        {line.signs.length === 0 ? "Nothing" : null}
        {line.signs.map((sign) => (
          <span key={sign} className="block pb-1">
            <Tag tone={sign === "ends within 30 days" ? "plain" : "amber"}>{sign}</Tag>
          </span>
        ))}
      </td>
      <td className={CELL}>{longDate(line.fromOn)}</td>
      <td className={CELL}>{line.toOn ? longDate(line.toOn) : "No end"}</td>
      <td className={CELL}>{line.lastUsedOn ? longDate(line.lastUsedOn) : "Never"}</td>
      <td className={CELL}>{line.lastSeen ?? "Has not signed in"}</td>
      <td className={CELL}>{line.secondStep}</td>
      <td className={CELL}>
        <a href={`/people/${line.id}`} className="inline-block px-1">
          Change
          <span className="sr-only">
            {" "}
            {line.name}, {roleName(line.role)}
          </span>
        </a>
      </td>
    </tr>
  );
}

function Pages({ view: { page, pages, sign } }: { readonly view: ReviewView }) {
  const address = (to: number) => `/people/review?${new URLSearchParams({ ...(sign && { sign }), page: String(to) })}`;
  return (
    <nav aria-label="Pages of roles" className="mt-4 flex flex-wrap gap-x-6">
      {page > 1 && (
        <a href={address(page - 1)} className="py-2">
          Page before
        </a>
      )}
      <span className="py-2">
        Page {page} of {pages}
      </span>
      {page < pages && (
        <a href={address(page + 1)} className="py-2">
          Next page
        </a>
      )}
    </nav>
  );
}
