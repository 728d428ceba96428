/**
 * Which passwords are refused. Length is what counts; no kinds of character are asked for (NCSC and NIST SP 800-63B): only
 * what an attacker tries first is refused, however it is dressed up. Existing passwords are not looked at again.
 */
const SHORTEST = 12;
const LONGEST = 128;
/** A longer run of one or two or three characters is no longer a password. */
const SHORT_UNIT = 3;
/** A single letter stands in words by chance. */
const SHORTEST_PART = 2;

const PORTAL_WORDS = "portal send partnership council board";

export type Owner = { readonly email: string; readonly displayName: string };

const THREE_WORDS = "Three words that have nothing to do with each other are long and easy to remember.";
const COMMON = `This password is easy to guess: it is made of one that many people use. Choose another. ${THREE_WORDS}`;
const REPEATED = `This password repeats the same few characters. Choose another. ${THREE_WORDS}`;
const SEQUENCE = `This password is a run of characters in their order. Choose another. ${THREE_WORDS}`;
const OWN = `This password is made of your name, your e-mail address or the name of the portal. Choose another. ${THREE_WORDS}`;

/** Why a typed password has the wrong length or cannot be kept, or null. Characters are counted as people see them kept. */
export function shapeProblem(typed: string): string | null {
  if (typed === "") return "Choose a password";
  if (typed.includes("\u0000") || !typed.isWellFormed()) return "Remove the characters that cannot be read";
  const length = [...typed.normalize("NFKC")].length;
  if (length < SHORTEST) return `Use at least ${SHORTEST} characters; this has ${length}. ${THREE_WORDS}`;
  if (length > LONGEST) return `Use at most ${LONGEST} characters; this has ${length}.`;
  return null;
}

/** Why the password is too easy for its owner to use, or null. `common` are passwords in lower case. */
export function guessProblem(typed: string, owner: Owner, common: ReadonlySet<string>): string | null {
  const whole = typed.normalize("NFKC").toLowerCase();
  if (unitOf(whole).length <= SHORT_UNIT) return REPEATED;
  if (isRun(whole)) return SEQUENCE;
  const cores = coresOf(whole);
  if (cores.some((core) => common.has(core) || common.has(unitOf(core)))) return COMMON;
  return cores.some((core) => isMadeOf(core, ownParts(owner))) ? OWN : null;
}

/** What is left of a password when what it is padded with goes: digits, years and signs around it, spaces within. */
function coresOf(whole: string): string[] {
  const bare = whole.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, "");
  const plain = [whole, bare].flatMap((text) => [text, text.replaceAll(/[\s\-_.,]+/g, "")]);
  const read = [...plain, ...plain.map(withoutDisguise)];
  const trimmed = read.map((text) => text.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, ""));
  return [...new Set([...read, ...trimmed])].filter((core) => core !== "");
}

const DISGUISED: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
};

function withoutDisguise(text: string): string {
  return text.replaceAll(/[013457@$]/g, (sign) => DISGUISED[sign] ?? sign);
}

/** The shortest text whose repetition is this text: "monkey" for "monkeymonkey", and for "monkeymonkeymon". */
function unitOf(text: string): string {
  for (let length = 1; length <= text.length / 2; length += 1) {
    if (text.startsWith(text.slice(length))) return text.slice(0, length);
  }
  return text;
}

/** "abcdefghijkl", "987654321098": each character is the one after or before the last; 9 and 0 are neighbours. */
function isRun(text: string): boolean {
  const codes = [...text].map((character) => character.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0));
  return [1, -1].some((way) => steps.every((step) => step === way || step === -9 * way));
}

function ownParts({ email, displayName }: Owner): string[] {
  const parts = `${email} ${displayName} ${PORTAL_WORDS}`
    .normalize("NFKC")
    .toLowerCase()
    .split(/[^\p{L}]+/u);
  return parts.filter((part) => part.length >= SHORTEST_PART);
}

/** Whether nothing stands in the text but these parts, digits and signs. */
function isMadeOf(text: string, parts: readonly string[]): boolean {
  const letters = text.replaceAll(/[^\p{L}]/gu, "");
  const reached = new Set([0]);
  for (let from = 0; from < letters.length; from += 1) {
    if (!reached.has(from)) continue;
    for (const part of parts) if (letters.startsWith(part, from)) reached.add(from + part.length);
  }
  return letters !== "" && reached.has(letters.length);
}
