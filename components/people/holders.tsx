import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import { longDate } from "#lib/dates.ts";
import type { HoldingView, RegisterView } from "#lib/people/register-queries.ts";
import { roleName } from "#lib/people/words.ts";

const COLUMNS = ["Name", "E-mail address", "Role", "From", "Until", "Last seen"];
const CELL = "py-2 pr-5 text-left align-top font-normal whitespace-nowrap";

/** The people with roles, grouped by organisation, one row a role. */
export function Holders({ register }: { readonly register: RegisterView }) {
  return (
    <section aria-labelledby="people" className="mt-8">
      <h2 id="people">People and their roles</h2>
      {register.held === 0 ? (
        <p className="mt-2">Nobody holds a role here.</p>
      ) : (
        <ScrollRegion name="People and their roles, table">
          <table className="mt-3 w-full border-collapse text-[15px]">
            <thead>
              <tr className="border-b-2 border-ink">
                {COLUMNS.map((column) => (
                  <th key={column} scope="col" className={`${CELL} font-semibold`}>
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            {register.holders.map((group) => (
              <tbody key={group.organisation}>
                <tr className="border-b border-line bg-wash">
                  <th scope="rowgroup" colSpan={COLUMNS.length} className="px-2 py-2 text-left font-semibold">
                    {group.organisation}
                  </th>
                </tr>
                {group.holdings.map((holding) => (
                  <Row key={holding.id} holding={holding} />
                ))}
              </tbody>
            ))}
          </table>
        </ScrollRegion>
      )}
      {register.pages > 1 && <Pages page={register.page} pages={register.pages} />}
    </section>
  );
}

function Row({ holding }: { readonly holding: HoldingView }) {
  return (
    <tr className="border-b border-line">
      <th scope="row" className={`${CELL} pl-2`}>
        {holding.name}
        {holding.personEndedOn && <span className="block text-soft">left on {longDate(holding.personEndedOn)}</span>}
      </th>
      <td className={CELL}>{holding.email}</td>
      <td className={CELL}>{roleName(holding.role)}</td>
      <td className={CELL}>{longDate(holding.fromOn)}</td>
      <td className={CELL}>{holding.toOn ? longDate(holding.toOn) : "No end"}</td>
      <td className={CELL}>{holding.lastSeen ?? "Has not signed in"}</td>
    </tr>
  );
}

function Pages({ page, pages }: { readonly page: number; readonly pages: number }) {
  return (
    <nav aria-label="Pages of people" className="mt-4 flex flex-wrap gap-x-6">
      {page > 1 && (
        <a href={`/people?page=${page - 1}`} className="py-2">
          Page before
        </a>
      )}
      <span className="py-2">
        Page {page} of {pages}
      </span>
      {page < pages && (
        <a href={`/people?page=${page + 1}`} className="py-2">
          Next page
        </a>
      )}
    </nav>
  );
}
