import { Button } from "#components/ui/form.tsx";
import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import { longDate } from "#lib/dates.ts";
import type { HoldingView, RegisterView } from "#lib/people/register-queries.ts";
import { roleName } from "#lib/people/words.ts";

const COLUMNS = ["Name", "E-mail address", "Role", "From", "Until", "Last seen", "Change"];
const CELL = "py-2 pr-5 text-left align-top font-normal whitespace-nowrap";
const LONG = "min-w-56 max-w-80 !whitespace-normal wrap-anywhere";

/** The people with roles, grouped by organisation, one row a role. */
export function Holders({ register }: { readonly register: RegisterView }) {
  return (
    <section aria-labelledby="people" className="mt-8">
      <h2 id="people">People and their roles</h2>
      <Search search={register.search} />
      {register.held === 0 ? (
        <p className="mt-3">
          {register.search === ""
            ? "Nobody holds a role here."
            : "Nobody with a role here has this in their name or address."}
        </p>
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
      {register.pages > 1 && <Pages register={register} />}
    </section>
  );
}

/** A plain form: the address it makes shows the same people again. */
function Search({ search }: { readonly search: string }) {
  return (
    <search>
      <form action="/people" method="get" className="mt-3 flex flex-wrap items-end gap-x-3 gap-y-2">
        <div className="grow sm:max-w-md">
          <label htmlFor="search" className="block font-semibold">
            Name or e-mail address
          </label>
          <input
            id="search"
            name="search"
            type="search"
            defaultValue={search}
            autoComplete="off"
            className="mt-1 block min-h-11 w-full border-2 border-ink bg-paper px-2.5 py-1.5"
          />
        </div>
        <Button secondary>Search</Button>
        {search !== "" && (
          <a href="/people" className="py-2.5">
            Show everybody
          </a>
        )}
      </form>
    </search>
  );
}

function Row({ holding }: { readonly holding: HoldingView }) {
  return (
    <tr className="border-b border-line">
      <th scope="row" className={`${CELL} ${LONG} pl-2`}>
        {holding.name}
        {holding.personEndedOn && <span className="block text-soft">left on {longDate(holding.personEndedOn)}</span>}
      </th>
      <td className={`${CELL} ${LONG}`}>{holding.email}</td>
      <td className={CELL}>{roleName(holding.role)}</td>
      <td className={CELL}>{longDate(holding.fromOn)}</td>
      <td className={CELL}>{holding.toOn ? longDate(holding.toOn) : "No end"}</td>
      <td className={CELL}>{holding.lastSeen ?? "Has not signed in"}</td>
      <td className={CELL}>
        <a href={`/people/${holding.id}`} className="inline-block px-1">
          Change
          <span className="sr-only">
            {" "}
            {holding.name}, {roleName(holding.role)}
          </span>
        </a>
      </td>
    </tr>
  );
}

function Pages({ register: { page, pages, search } }: { readonly register: RegisterView }) {
  const address = (to: number) => `/people?${new URLSearchParams({ ...(search && { search }), page: String(to) })}`;
  return (
    <nav aria-label="Pages of people" className="mt-4 flex flex-wrap gap-x-6">
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
