/**
 * Which numbers a text says, in digits or spelt out: to refuse words that give away what the small-number rule hides
 * (domain/access.md: the same cell must not be recoverable from another page). It finds a number, not a meaning: whoever
 * writes "all but one" of a published total is beyond it, and the form says so.
 */

const UNITS =
  "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const SPELT = new Map([
  ...UNITS.map((word, place) => [word, place + 1] as const),
  ...TENS.map((word, place) => [word, (place + 2) * 10] as const),
]);
const WORDS = new RegExp(
  `(?<!\\p{L})(?:(${TENS.join("|")})[\\s-]+(${UNITS.slice(0, 9).join("|")})|(${[...SPELT.keys()].join("|")}))(?!\\p{L})`,
  "giu",
);
const DIGITS = /(?<![\p{L}\d])(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?/gu;

/** As a reader sees it: other scripts' digits, wide and raised ones as plain digits, and nothing hidden inside a word. */
function plainly(text: string): string {
  return text
    .replaceAll(/[\u00b2\u00b3\u00b9\u2070-\u2089]/g, " $&")
    .normalize("NFKC")
    .replaceAll(/\p{Cf}/gu, "")
    .replaceAll(/\p{Nd}/gu, (digit) => String(digitOf(digit)))
    .replaceAll(/[\u2010-\u2015\u2212]/g, "-");
}

/** Unicode keeps each script's ten digits together, from 0 to 9. */
function digitOf(digit: string): number {
  let place = 0;
  for (let point = digit.codePointAt(0) ?? 0; place < 9 && /\p{Nd}/u.test(String.fromCodePoint(point - 1)); point--) {
    place++;
  }
  return place % 10;
}

/** Every number that the text says, as its writer wrote it and what it means. */
export function numbersIn(text: string): { readonly said: string; readonly value: number }[] {
  const read = plainly(text);
  const digits = [...read.matchAll(DIGITS)].map(([said]) => ({ said, value: Number(said.replaceAll(",", "")) }));
  const words = [...read.matchAll(WORDS)].map(([said, tens = "", unit = "", alone = ""]) => ({
    said,
    value: (SPELT.get((tens || alone).toLowerCase()) ?? 0) + (SPELT.get(unit.toLowerCase()) ?? 0),
  }));
  return [...digits, ...words];
}

/** A number that the audience does not see, and whose it is: "Open assessments, 52 weeks or more". */
export type HiddenNumber = { readonly name: string; readonly value: number };

/** The first number in the text that is hidden, as written, with whose it is; null when the text gives none away. */
export function givenAway(
  text: string,
  hidden: readonly HiddenNumber[],
): { readonly said: string; readonly name: string } | null {
  for (const { said, value } of numbersIn(text)) {
    const found = hidden.find((one) => one.value === value);
    if (found) return { said, name: found.name };
  }
  return null;
}
