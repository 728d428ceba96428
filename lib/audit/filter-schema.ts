/**
 * Which acts somebody wants to see, as the address of the page says it. A form that was sent by GET is an address: what
 * was typed stays in it, right or wrong, and what is wrong is a sentence beside its field.
 */
import { z } from "zod";
import type { FormState } from "#lib/form-state.ts";
import { ROLES } from "#lib/people/schema.ts";
import { ACTIONS } from "./schema.ts";

export const FILTER_FIELDS = ["from", "until", "person", "organisation", "role", "action", "request"] as const;
export type FilterField = (typeof FILTER_FIELDS)[number];
/** What the portal itself does is found by this in place of a role. */
export const THE_PORTAL = "the portal";

const day = z
  .string()
  .refine((typed) => typed === "" || isDay(typed), "Enter a day that exists, as 2026-11-22: year, month, day");
const person = z
  .string()
  .max(254, "Use at most 254 characters")
  .refine((typed) => !typed.includes("\u0000") && typed.isWellFormed(), "Remove the characters that cannot be read");
const id = (message: string) => z.union([z.literal(""), z.uuid(message)], message);

const filterForm = z
  .object({
    from: day,
    until: day,
    person,
    organisation: id("Choose an organisation from the list"),
    role: z.enum(["", THE_PORTAL, ...ROLES], "Choose a role from the list"),
    action: z.enum(["", ...ACTIONS], "Choose what was done from the list"),
    request: id("Enter a request id whole, as the record or an error page shows it"),
  })
  .refine(({ from, until }) => from === "" || until === "" || !isDay(from) || !isDay(until) || from <= until, {
    path: ["until"],
    error: "The last day is before the first: change one of them",
  });

export type ActFilter = z.output<typeof filterForm>;
/** Where a page of acts begins: right after this act, going back in time or forth. */
export type Cursor = { readonly way: "before" | "after"; readonly at: Date; readonly id: string };
export type Asked = FormState & { readonly filter: ActFilter | null; readonly cursor: Cursor | null };

/** A file of more is nothing that a person reads, and a spreadsheet is slow to open it. */
export const MOST_EXPORTED = 50_000;
export const TOO_MANY = `More than ${MOST_EXPORTED.toLocaleString("en-GB")} acts are meant, too many for one file: choose fewer days`;

type Sent = Readonly<Record<string, string | string[] | undefined>>;

/** Reads an address, or a form of the same fields. `filter` is null when something in it is wrong. */
export function readFilter(sent: Sent): Asked {
  const typed = Object.fromEntries(FILTER_FIELDS.map((name) => [name, first(sent[name]).trim()]));
  const found = filterForm.safeParse(typed);
  const problems = new Map<string, string>(first(sent.refused) === "too many" ? [["from", TOO_MANY]] : []);
  for (const { path, message } of found.error?.issues ?? []) problems.set(path.join("."), message);
  return {
    typed,
    problems: [...problems].map(([field, message]) => ({ field, message })),
    filter: found.data ?? null,
    cursor: cursorOf("before", first(sent.before)) ?? cursorOf("after", first(sent.after)),
  };
}

/** The part of an address after the question mark that shows the same again. */
export function filterAddress(typed: FormState["typed"], more: Readonly<Record<string, string>> = {}): string {
  const said = Object.entries({ ...typed, ...more }).filter(([, value]) => value !== "");
  return new URLSearchParams(said).toString();
}

export function isDay(typed: string): boolean {
  if (!/^(19|20)\d\d-\d\d-\d\d$/.test(typed)) return false;
  const moment = new Date(`${typed}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(typed);
}

/** As an address holds it: the moment and the id, which tells two acts of one moment apart. */
export function cursorText({ at, id: actId }: { readonly at: Date; readonly id: string }): string {
  return `${at.getTime()}_${actId}`;
}

/** A place that cannot be read is the beginning. */
function cursorOf(way: Cursor["way"], text: string): Cursor | null {
  const found = /^(\d{1,13})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text);
  return found ? { way, at: new Date(Number(found[1])), id: found[2] ?? "" } : null;
}

function first(value: string | string[] | undefined): string {
  return (typeof value === "string" ? value : value?.[0]) ?? "";
}
