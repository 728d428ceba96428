/** The questions that policies ask, and those answered past the walls, each answering in turn as it should not. */
import type { Role } from "#lib/people/schema.ts";
import { LOGIN, SCOPE_ROLES } from "#prisma/roles.ts";
import { CALLABLE } from "./call-cells.ts";
import type { Mutant } from "./mutants.ts";
import { apply, type Variant, withOtherRoles, withOtherTimes, withoutEachCondition } from "./sql-conditions.ts";

export type Function_ = {
  readonly signature: string;
  readonly name: string;
  readonly body: string;
  readonly language: string;
  readonly definition: string;
  readonly answers: string;
  readonly many: boolean;
  /** Whether it runs with the rights of the tables' owner, past the walls. */
  readonly past: boolean;
  readonly callers: readonly string[];
};

/** They decide nothing of who may what: names of migrations; a date that is kept; a refusal without a condition. */
const NOT_DECIDING = ["applied_migrations", "role_used", "refuse_change"];

export function functionMutants(functions: readonly Function_[]): Mutant[] {
  return [
    ...functions.filter(({ name }) => !NOT_DECIDING.includes(name)).flatMap(changed),
    ...functions.flatMap(called),
  ];
}

function changed({ name, body, definition, language, answers, many }: Function_): Mutant[] {
  const variants: (Variant & { readonly role?: Role })[] = [
    ...withoutEachCondition(body),
    ...withOtherRoles(body),
    ...withOtherTimes(body),
  ];
  const always = answers === "boolean" ? ["true", "false"] : [`null::${answers}`];
  const flat = language === "sql" && !many && answers !== "void";
  const bodies: { readonly what: string; readonly body: string; readonly role?: Role }[] = [
    ...(flat ? always.map((answer) => ({ what: `always ${answer}`, body: `select ${answer}` })) : []),
    // `then` and `else` of a program are followed by what it does, not by an answer.
    ...variants
      .filter((variant) => language === "sql" || !/^(true|false) for (raise|return|if)\b/i.test(variant.what))
      .map((variant) => ({ ...variant, body: apply(body, variant) })),
  ];
  return bodies.map(({ what, body: other, role }) => ({
    name: `portal.${name}: ${what}`,
    sql: definition.replace(body, () => other),
    about: [name],
    ...(role ? { role } : {}),
  }));
}

/** Each caller gone, and each that should not be let in. */
function called({ signature, name, past, callers }: Function_): Mutant[] {
  if (!past || !CALLABLE.includes(name)) return [];
  return [LOGIN, ...SCOPE_ROLES].map((role) => {
    const [verb, preposition] = callers.includes(role) ? ["revoke", "from"] : ["grant", "to"];
    const sql = `${verb} execute on function ${signature} ${preposition} ${role}`;
    return { name: sql, sql, about: [name], scopes: [role] };
  });
}
