/**
 * Every way in which one wall could be missing or stand wrong, read from the database's own catalogue: a new policy,
 * right, trigger or function is among them by being there. Postgres puts each back, so none can be forgotten.
 */
import type { Role } from "#lib/people/schema.ts";
import { SCOPE_ROLES } from "#prisma/roles.ts";
import { type Function_, functionMutants } from "./function-mutants.ts";
import { apply, type Variant, withOtherRoles, withOtherTimes, withoutEachCondition } from "./sql-conditions.ts";
import type { Tries } from "./tries.ts";

/**
 * `about`: the tables and functions whose questions could tell. `scopes`, `role`: the database roles and the role of the
 * people whom alone it is about, where it is not about everybody.
 */
export type Mutant = {
  readonly name: string;
  readonly sql: string;
  readonly about: readonly string[];
  readonly scopes?: readonly string[];
  readonly role?: Role;
};

type Policy = {
  readonly tablename: string;
  readonly policyname: string;
  readonly cmd: string;
  readonly scopes: readonly string[];
  readonly qual: string | null;
  readonly with_check: string | null;
};

type Trigger = Readonly<Record<"name" | "tablename" | "calls", string>>;

const SCOPES = SCOPE_ROLES.map((role) => `'${role}'`).join();

/** `writes`: it is about adding, changing or deleting alone. */
type Found = Mutant & { readonly writes?: boolean };

export async function listMutants(tries: Tries): Promise<Mutant[]> {
  const policies = await tries.rows<Policy>(
    "select *, roles::text[] as scopes from pg_policies where schemaname = 'public' order by 1, 2, 3",
  );
  const functions = await tries.rows<Function_>(
    `select p.oid::regprocedure::text as signature, proname as name, prosrc as body, l.lanname as language,
       pg_get_functiondef(p.oid) as definition, prorettype::regtype::text as answers, proretset as many, prosecdef as past,
       array(select x.grantee::regrole::text from aclexplode(proacl) x where x.grantee <> proowner) as callers
     from pg_proc p join pg_language l on l.oid = prolang where pronamespace = 'portal'::regnamespace order by 1`,
  );
  const triggers = await tries.rows<Trigger>(
    `select tgname as name, c.relname as tablename, p.proname as calls
     from pg_trigger t join pg_class c on c.oid = tgrelid join pg_proc p on p.oid = tgfoid
     where not tgisinternal order by 1, 2`,
  );
  const mutants: Found[] = [
    ...policies.filter((policy) => policy.policyname !== "owner_sees_all").flatMap(ofPolicy),
    ...openTables(policies),
    ...(await ofRights(tries)),
    ...ofTriggers(triggers),
    ...functionMutants(functions),
  ];
  const asking = askersOf(policies, functions, triggers);
  return mutants.map(({ writes, ...mutant }) => ({
    ...mutant,
    // Who may write to a table is nothing to those that only read it.
    about: writes ? mutant.about : [...new Set(mutant.about.flatMap(asking))],
  }));
}

/**
 * A policy dropped; opened; each of its conditions gone, from both sides of a change where it stands in both; each of its
 * lists of roles with one too few and one too many. Never `owner_sees_all`: no scope takes on the owner's role, and
 * without that policy no migration or factory finds or makes a row, so that every test here would be red.
 */
function ofPolicy({ tablename, policyname, cmd, scopes, qual, with_check }: Policy): Found[] {
  const writes = cmd !== "SELECT" && cmd !== "ALL";
  const on = { name: `${policyname} on ${tablename}`, about: [tablename], scopes, writes };
  const altered = (using: string | null, check: string | null) =>
    `alter policy ${policyname} on ${tablename}${using === null ? "" : ` using (${using})`}${check === null ? "" : ` with check (${check})`}`;
  const dropped = { ...on, name: `${on.name}: dropped`, sql: `drop policy ${policyname} on ${tablename}` };
  const sides = [qual, with_check].filter((side) => side !== null);
  if (sides.every((side) => side === "true")) return [dropped];
  const open = { ...on, name: `${on.name}: open`, sql: altered(qual && "true", with_check && "true") };
  const seen = new Set<string>();
  const changed = sides.flatMap((side) => {
    const variants: (Variant & { readonly role?: Role })[] = [
      ...withoutEachCondition(side),
      ...withOtherRoles(side),
      ...withOtherTimes(side),
    ];
    return variants.flatMap((variant) => {
      const there = (text: string | null) => {
        if (text === side) return apply(side, variant);
        return variant.was.length < 4 ? text : (text?.replaceAll(variant.was, variant.now) ?? null);
      };
      const sql = altered(there(qual), there(with_check));
      if (seen.has(sql)) return [];
      seen.add(sql);
      return [{ ...on, name: `${on.name}: ${variant.what}`, sql, ...(variant.role ? { role: variant.role } : {}) }];
    });
  });
  return [dropped, open, ...changed];
}

/** A table whose wall is off, where any policy stands for more than that there is none. */
function openTables(policies: readonly Policy[]): Mutant[] {
  const walled = policies.filter(({ qual, with_check }) => [qual, with_check].some((side) => side && side !== "true"));
  return [...new Set(walled.map(({ tablename }) => tablename))].map((table) => ({
    name: `row-level security off on ${table}`,
    sql: `alter table ${table} disable row level security`,
    about: [table],
  }));
}

/** Each right of a scope's role gone; each right to some columns made one to all. */
async function ofRights(tries: Tries): Promise<Found[]> {
  const rights = await tries.rows<Record<"tablename" | "columnname" | "role" | "privilege", string>>(
    `select c.relname as tablename, '' as columnname, x.grantee::regrole::text as role, lower(x.privilege_type) as privilege
       from pg_class c, aclexplode(c.relacl) x
       where c.relnamespace = 'public'::regnamespace and x.grantee::regrole::text in (${SCOPES})
     union all select c.relname, a.attname, x.grantee::regrole::text, lower(x.privilege_type)
       from pg_class c join pg_attribute a on a.attrelid = c.oid, aclexplode(a.attacl) x
       where c.relnamespace = 'public'::regnamespace and x.grantee::regrole::text in (${SCOPES})
     order by 1, 2, 3, 4`,
  );
  const gone = rights.map(({ tablename: table, columnname: column, role, privilege }) => {
    const part = column === "" ? privilege : `${privilege} (${column})`;
    return {
      name: `no ${part} on ${table} for ${role}`,
      sql: `revoke ${part} on ${table} from ${role}`,
      about: [table],
      scopes: [role],
      writes: privilege !== "select",
    };
  });
  const parts = rights.filter(({ columnname }) => columnname !== "");
  const whole = new Set(parts.map(({ tablename, role, privilege }) => `${privilege} on ${tablename} to ${role}`));
  const wider = [...whole].map((right) => ({
    name: `${right}, of every column`,
    sql: `grant ${right}`,
    about: [/ on (\w+) to /.exec(right)?.[1] ?? ""],
  }));
  return [...gone, ...wider];
}

/** All but the one that keeps a date and decides nothing. */
function ofTriggers(triggers: readonly Trigger[]): Found[] {
  return triggers
    .filter(({ calls }) => calls !== "role_used")
    .map(({ name, tablename: table }) => ({
      name: `no trigger ${name} on ${table}`,
      sql: `drop trigger ${name} on ${table}`,
      about: [table],
      writes: true,
    }));
}

/** For a table or function: itself, and every table whose policies ask it, or ask what asks it. */
function askersOf(
  policies: readonly Policy[],
  functions: readonly Function_[],
  triggers: readonly Trigger[],
): (asked: string) => string[] {
  const texts = [
    ...policies.map((policy) => ({ name: policy.tablename, text: `${policy.qual} ${policy.with_check}` })),
    ...functions.map(({ name, body }) => ({ name, text: body })),
    ...triggers.map(({ tablename, calls }) => ({ name: tablename, text: `portal.${calls}(` })),
  ];
  const isFunction = (name: string) => functions.some((one) => one.name === name);
  return (asked) => {
    const found = new Set([asked]);
    for (const one of found) {
      const asks = new RegExp(
        isFunction(one) ? `portal\\.${one}\\(` : `\\b(?:from|join) \\(*(?:public\\.)?${one}\\b`,
        "i",
      );
      for (const { name, text } of texts) if (asks.test(text)) found.add(name);
    }
    return [...found];
  };
}
