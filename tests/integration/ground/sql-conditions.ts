/**
 * Finds the conditions in a piece of SQL and the lists of roles, so that a test can take each away. Knows as much SQL as
 * policies and the functions they ask are written in: words, parentheses, brackets, strings, `case`.
 */
import { ROLES, type Role } from "#lib/people/schema.ts";

/** One thing to change in a piece of SQL, and what, in words: `was`, which stands at `from`, becomes `now`. */
export type Variant = { readonly what: string; readonly from: number; readonly was: string; readonly now: string };

export function apply(sql: string, { from, was, now }: Variant): string {
  return sql.slice(0, from) + now + sql.slice(from + was.length);
}

type Piece = { readonly from: number; readonly to: number; readonly neutral: readonly string[] };
type Opened = "where" | "and" | "or" | "then" | null;
type Frame = { start: number; opened: Opened };

const OPENS_CONDITION: Readonly<Record<string, Opened>> = {
  where: "where",
  on: "where",
  if: "where",
  and: "and",
  or: "or",
  // biome-ignore lint/suspicious/noThenProperty: the SQL word.
  then: "then",
  else: "then",
};
const ENDS_CONDITION = new Set(
  "where on if and or then else when end case select from as set returning join left inner group order union limit ,".split(
    " ",
  ),
);
const TOKEN = /'(?:[^']|'')*'|[a-z_][a-z0-9_.]*|[()[\];,]/gi;

/** Each condition of a conjunction, an alternative, a `where`, an `if` or a `case` in turn made to say nothing. */
export function withoutEachCondition(sql: string): Variant[] {
  return conditions(sql).flatMap(({ from, to, neutral }) => {
    const text = sql.slice(from, to);
    const was = text.trim();
    const what = was.replaceAll(/\s+/g, " ");
    return neutral
      .filter((now) => now !== was.toLowerCase())
      .map((now) => ({ what: `${now} for ${what}`, from: from + text.indexOf(was), was, now }));
  });
}

function conditions(sql: string): Piece[] {
  const pieces: Piece[] = [];
  const frames: Frame[] = [{ start: 0, opened: null }];
  const close = (frame: Frame, at: number, next: string) => {
    const joined = frame.opened ?? (next === "and" || next === "or" ? next : null);
    const kind = joined === "where" && (next === "and" || next === "or") ? next : joined;
    if (kind && sql.slice(frame.start, at).trim() !== "") {
      pieces.push({ from: frame.start, to: at, neutral: NEUTRAL[kind] });
    }
  };
  let before = "";
  for (const { 0: token, index } of sql.matchAll(TOKEN)) {
    const word = token.toLowerCase() === "from" && before === "distinct" ? "" : token.toLowerCase();
    before = word;
    const frame = frames.at(-1);
    if (!frame) break;
    if (word === "(" || word === "[") frames.push({ start: index + 1, opened: null });
    else if (word === ")" || word === "]" || word === ";") {
      close(frame, index, word);
      if (word === ";") Object.assign(frame, { start: index + 1, opened: null });
      else frames.pop();
    } else if (ENDS_CONDITION.has(word)) {
      close(frame, index, word);
      frame.start = index + token.length;
      frame.opened = OPENS_CONDITION[word] ?? null;
    }
  }
  const last = frames.at(-1);
  if (last) close(last, sql.length, "");
  return pieces;
}

/** What takes a condition away without taking its neighbours with it. */
const NEUTRAL: Readonly<Record<NonNullable<Opened>, readonly string[]>> = {
  where: ["true"],
  and: ["true"],
  or: ["false"],
  // biome-ignore lint/suspicious/noThenProperty: the SQL word.
  then: ["true", "false"],
};

const ITEM = "'[^']*'(?:::text)?";
const LISTS = new RegExp(`(?:in \\(|any \\(array\\[)(${ITEM}(?:,\\s*${ITEM})*)(?:\\)|\\]\\))|= (${ITEM})`, "gi");

/** Each list of roles, and each role asked for by itself, in turn one role shorter or one longer; and whose role it is. */
export function withOtherRoles(sql: string): (Variant & { readonly role: Role })[] {
  return [...sql.matchAll(LISTS)].flatMap((match) => {
    const listed = [...(match[1] ?? match[2] ?? "").matchAll(/'([^']*)'/g)].map(([, role]) => role as Role);
    if (!listed.every((role) => ROLES.includes(role))) return [];
    return ROLES.map((role) => {
      const without = listed.includes(role);
      const list = without ? listed.filter((one) => one !== role) : [...listed, role];
      const now = `any (array[${list.map((one) => `'${one}'`)}]::text[])`;
      return {
        ...{ role, from: match.index, was: match[0] },
        what: without ? `without the ${role} among ${listed.length}` : `with the ${role} beside ${listed.length}`,
        // What stood here was an operator and its right side: `in (…)`, `any (…)` after its `=`, or `= '…'`.
        now: match[0].toLowerCase().startsWith("any") ? now : `= ${now}`,
      };
    });
  });
}

const TODAY = /(<=|>=|<|>)(?= \(? ?(?:select )?portal\.today)/gi;
const OTHER_SIDE: Readonly<Record<string, string>> = { "<=": "<", "<": "<=", ">=": ">", ">": ">=" };
const INTERVAL = /(?<=interval ')\d+(?= \w+')/gi;

/** Each comparison with today one day out, each stretch of time twice as long. */
export function withOtherTimes(sql: string): Variant[] {
  const days = [...sql.matchAll(TODAY)].map(({ 0: was, index }) => ({ was, from: index, now: OTHER_SIDE[was] ?? was }));
  const spans = [...sql.matchAll(INTERVAL)].map(({ 0: was, index }) => ({
    was,
    from: index,
    now: String(2 * Number(was)),
  }));
  return [...days, ...spans].map((change) => ({
    ...change,
    what: `${change.now} for ${sql.slice(change.from, change.from + 20).replaceAll(/\s+/g, " ")}`,
  }));
}
