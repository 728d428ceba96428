/** An act on record as a sentence that an auditor reads aloud: what was done, and to what, by name where it is known. */
import { isMonth, longDate, monthName } from "#lib/dates.ts";
import type { Role } from "#lib/people/schema.ts";
import { roleName } from "#lib/people/words.ts";
import type { Action } from "./schema.ts";
import { type Facts, readSubject } from "./subject-rules.ts";

export type RoleNamed = { readonly person: string; readonly role: string; readonly organisation: string };
/** Names by id, of those whom the reader may know. */
export type Names = {
  readonly people: ReadonlyMap<string, string>;
  readonly organisations: ReadonlyMap<string, string>;
  readonly roles: ReadonlyMap<string, RoleNamed>;
};

type Sentence = (facts: Facts, names: Names) => string | null;

const ofRole = (begin: (role: RoleNamed) => string): Sentence => {
  return ({ ids, day }, { roles }) => {
    const role = roles.get(ids.role?.[0] ?? "");
    return role ? `${begin(role)}${day ? ` from ${longDate(day)}` : ""}` : null;
  };
};

const ofPerson = (begin: string): Sentence => {
  return ({ ids }, { people }) => {
    const name = people.get(ids.person?.[0] ?? "");
    return name ? `${begin} ${name}` : null;
  };
};

const ofIndicator = (begin: string): Sentence => {
  return ({ code, month, day }) => {
    if (!code) return null;
    return `${begin} ${code}${month && isMonth(month) ? ` for ${monthName(month)}` : ""}${day ? ` from ${longDate(day)}` : ""}`;
  };
};

const always = (words: string): Sentence => {
  return () => words;
};

const counted = (begin: string, noun: string, one: string, many: string): Sentence => {
  return ({ counts }) => {
    const count = counts[noun];
    return count === undefined ? null : `${begin} ${quantity(count, one, many)}`;
  };
};

const SENTENCES: Partial<Record<Action, Sentence>> = {
  "signed in": always("signed in"),
  "signed out": always("signed out"),
  "was refused a sign-in": always("was refused a sign-in"),
  "ended a session": ({ counts }) =>
    counts.sessions === undefined
      ? "ended a session of their own"
      : `ended ${quantity(counts.sessions, "other session", "other sessions")} of their own`,
  "confirmed that it is they": always("confirmed that it is they"),
  "changed the password": always("changed their password"),
  "set up a second step": always("set up a second step"),
  "made new recovery codes": always("made new recovery codes"),
  "used a recovery code": always("used a recovery code"),
  "changed role": ofRole((role) => `changed to the role ${held(role)}`),
  "gave a role": ofRole((role) => `gave ${role.person} the role ${held(role)}`),
  "ended a role": ofRole((role) => `ended ${role.person}’s role ${held(role)}`),
  "took up an invitation": ofRole((role) => `took up an invitation to the role ${held(role)}`),
  "invited somebody": ({ asRole, ids }, { organisations }) => {
    const organisation = organisations.get(ids.organisation?.[0] ?? "");
    return asRole && organisation
      ? `invited somebody to the role ${roleName(asRole as Role)} at ${organisation}`
      : null;
  },
  "made a link for a new password": ofPerson("made a link for a new password for"),
  "took an invitation back": always("took an invitation back"),
  "handed work over": ({ ids, counts }, { roles }) => {
    const [from, to] = (ids.role ?? []).map((id) => roles.get(id));
    if (!from || !to) return null;
    const moved = [
      quantity(counts.reports ?? 0, "exception report", "exception reports"),
      quantity(counts.drafts ?? 0, "draft", "drafts"),
      quantity(counts.files ?? 0, "file", "files"),
    ];
    return `handed the work of ${from.person}, ${held(from)}, over to ${to.person}, ${held(to)}: ${moved.join(", ")}`;
  },
  "exported the access review": counted("exported the access review,", "roles", "role", "roles"),
  "exported the record of acts": counted("exported the record of acts,", "acts", "act", "acts"),
  "defined indicators": counted("defined", "definitions", "indicator", "indicators"),
  "submitted a figure": ofIndicator("submitted the figure"),
  "revised a figure": ofIndicator("revised the figure"),
  "read in a file": always("read in a file, not yet confirmed"),
  "confirmed an import": counted("confirmed a file and stored its", "figures", "figure", "figures"),
  "published a month": ({ month }) => (month && isMonth(month) ? `published ${monthName(month)}` : null),
  "set a target": ofIndicator("set a target for"),
  "drafted a commentary": ofIndicator("drafted a commentary on"),
  "published a commentary": ofIndicator("published a commentary on"),
  "withdrew a commentary": ofIndicator("withdrew a commentary on"),
  "drafted an exception report": ofIndicator("drafted an exception report on"),
  "gave an exception report": ofIndicator("gave an exception report on"),
  "noted that the board has seen an exception report": ofIndicator(
    "noted that the board has seen the exception report on",
  ),
};

function held({ role, organisation }: RoleNamed): string {
  return `${roleName(role as Role)} at ${organisation}`;
}

function quantity(count: number, one: string, many: string): string {
  return `${count.toLocaleString("en-GB")} ${count === 1 ? one : many}`;
}

/** What was done, without who: "submitted the figure E01 for March 2022". Says the subject as written when it must. */
export function actInWords(act: { readonly action: string; readonly subject: string }, names: Names): string {
  const facts = readSubject(act.subject);
  const said = facts && SENTENCES[act.action as Action]?.(facts, names);
  return said ?? (act.subject === "" ? act.action : `${act.action}: ${namedIn(act.subject, names)}`);
}

/** A purpose or a subject with the names of those whom its ids mean. */
export function namedIn(text: string, { people, organisations, roles }: Names): string {
  return text.replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => {
    const role = roles.get(id);
    return role ? `${role.person}, ${held(role)}` : (people.get(id) ?? organisations.get(id) ?? id);
  });
}

/** The role of whoever acted: a person's, or the portal's own purpose when it acted for somebody. */
export function actingRole(role: string): string {
  return role.startsWith("the portal: ") ? `by ${role.replace(": ", ", ")}` : roleName(role as Role);
}

const CLOCK = new Intl.DateTimeFormat("en-GB", {
  ...{ timeZone: "Europe/London", hour: "2-digit", minute: "2-digit", second: "2-digit" },
});

/** "14:05:09" in London. */
export function londonTime(moment: Date): string {
  return CLOCK.format(moment);
}
