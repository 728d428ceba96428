import { actInWords, actingRole, type Names, namedIn } from "./words.ts";

/** An act as one line of the page and of the export. */
export type ActLine = {
  readonly id: string;
  readonly at: Date;
  readonly person: string;
  readonly role: string;
  readonly organisation: string;
  readonly what: string;
  readonly purpose: string;
  readonly requestId: string | null;
};

type Written = {
  readonly id: string;
  readonly at: Date;
  readonly personId: string | null;
  readonly organisationId: string | null;
  readonly role: string;
  readonly action: string;
  readonly subject: string;
  readonly purpose: string;
  readonly requestId: string | null;
};

/** What was written, with the names of those whom it names. Nobody acted but the portal itself where there is no person. */
export function actLine(act: Written, names: Names): ActLine {
  const { id, at, personId, organisationId, requestId } = act;
  return {
    ...{ id, at, requestId },
    person: personId === null ? "The portal" : (names.people.get(personId) ?? "Somebody who is not of this area"),
    role: personId === null ? act.role.replace(/^the portal: /, "") : actingRole(act.role),
    organisation: organisationId === null ? "" : (names.organisations.get(organisationId) ?? ""),
    what: actInWords(act, names),
    purpose: namedIn(act.purpose, names),
  };
}
