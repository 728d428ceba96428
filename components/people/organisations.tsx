import { longDate } from "#lib/dates.ts";
import type { OrganisationView } from "#lib/people/register-queries.ts";
import { organisationKindName } from "#lib/people/words.ts";

/** The organisations of an area: codes, spellings met in sources, and between which dates each belonged to it. */
export function Organisations(props: { readonly area: string; readonly organisations: readonly OrganisationView[] }) {
  return (
    <section aria-labelledby="organisations" className="mt-12">
      <h2 id="organisations">Organisations of {props.area}</h2>
      <p className="mt-1 max-w-3xl">
        {props.organisations.length === 0
          ? "No organisation belongs to this area."
          : "A code or a day that no source gives is left out."}
      </p>
      <ul className="mt-3 divide-y divide-line border-t-2 border-ink">
        {props.organisations.map((organisation) => (
          <li key={organisation.id} className="py-4">
            <Organisation organisation={organisation} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Organisation({ organisation }: { readonly organisation: OrganisationView }) {
  const { codes, aliases } = organisation;
  return (
    <>
      <h3>{organisation.name}</h3>
      <dl className="mt-1 grid max-w-4xl grid-cols-[6.5rem_1fr] gap-x-4 gap-y-0.5 sm:grid-cols-[9rem_1fr]">
        <Fact name="Kind" value={organisationKindName(organisation.kind)} />
        {codes.length > 0 && <Fact name="Codes" value={codes.join(", ")} />}
        {organisation.startsOn && <Fact name="Began" value={longDate(organisation.startsOn)} />}
        {organisation.endsOn && <Fact name="Ended" value={longDate(organisation.endsOn)} />}
        <Fact name="In the area" value={membership(organisation)} />
        {organisation.note && <Fact name="Note" value={organisation.note} />}
        {organisation.replacedBy && <Fact name="Replaced by" value={organisation.replacedBy} />}
      </dl>
      {aliases.length > 0 && (
        <details className="mt-1">
          <summary className="py-1">
            Also written in {aliases.length === 1 ? "1 other way" : `${aliases.length} other ways`}
          </summary>
          <ul className="list-disc pl-6">
            {aliases.map(({ alias, source }) => (
              <li key={alias}>
                {alias} <span className="text-soft">({source})</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt className="text-soft">{name}</dt>
      <dd>{value}</dd>
    </>
  );
}

function membership({ memberFrom, memberTo }: OrganisationView): string {
  return memberTo ? `${longDate(memberFrom)} until ${longDate(memberTo)}` : `Since ${longDate(memberFrom)}`;
}
