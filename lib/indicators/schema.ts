import { z } from "zod";
import { isMonth } from "#lib/dates.ts";
import { optionalText, text } from "#lib/text.ts";

/** The vocabularies of a definition and of a figure; the database holds the same lists as checks. */
export const UNITS = ["count", "%", "days", "weeks", "rate", "£", "yes/no"] as const;
export const KINDS = ["count", "stock", "rate", "measure"] as const;
export const DIRECTIONS = ["higher", "lower", "context"] as const;
export const AUDIENCES = ["public", "partners", "board"] as const;
export const STATES = ["reported", "to be confirmed", "not reported", "dash"] as const;
export const PERIODS = ["month", "year to date"] as const;

export type Unit = (typeof UNITS)[number];
export type Kind = (typeof KINDS)[number];
export type Direction = (typeof DIRECTIONS)[number];
export type Audience = (typeof AUDIENCES)[number];
export type State = (typeof STATES)[number];
export type Period = (typeof PERIODS)[number];
/** What somebody outside the partnership may meet in place of a figure: the small-number rule hid it. */
export type ShownState = State | "small number" | "withheld";

/** The audience that both name. AUDIENCES runs from the widest to the narrowest. */
export function narrower(one: Audience, other: Audience): Audience {
  return AUDIENCES.indexOf(one) > AUDIENCES.indexOf(other) ? one : other;
}

export const month = z.string("Choose a month").refine(isMonth, "Choose a month");

const number = (what: string) =>
  z
    .union([
      z.literal(""),
      z
        .string()
        .trim()
        .regex(/^\d{1,10}(\.\d{1,4})?$/, `Enter ${what} as a number, for example 54 or 26.7`),
    ])
    .optional()
    .transform((typed) => (typed === undefined || typed === "" ? null : Number(typed)));

/** The code of an indicator as a form or an address may say it. */
export const indicatorCode = z.string().regex(/^[A-Z]\d{2}[a-z]?$/);

export const figureForm = z.object({
  code: indicatorCode,
  month,
  typed: optionalText(40),
  numerator: number("the numerator"),
  denominator: number("the denominator"),
  source: text(300, "Say where the figure comes from, for example the paper and its page"),
  reason: optionalText(500),
});
export type FigureInput = z.output<typeof figureForm>;

export const publishForm = z.object({
  month,
  board: text(200, "Name the board that the month was given to"),
  publishedOn: z.iso.date("Enter the date of the board as it is on the calendar"),
  audience: z.enum(AUDIENCES, "Choose who may see the month"),
  alreadyPublic: z
    .enum(["yes", "no"], "Say whether the paper was already public")
    .transform((answer) => answer === "yes"),
  /** Needed only where points are open: the command knows. */
  openPointsNote: z.preprocess((typed) => (typeof typed === "string" ? typed.trim() : typed), optionalText(500)),
  /** What the form was filled in from (checklist-rules). */
  seen: text(20_000, "Open the month’s list again, and publish from there"),
});
export type PublishInput = z.output<typeof publishForm>;

/** A number as people write it: "60", "60%", "1,200" or "£1,200". */
const promised = (what: string) =>
  z
    .string(`Enter ${what} as a number`)
    .transform((typed) => typed.replaceAll(/[\s,%£]/g, ""))
    .pipe(z.string().regex(/^\d{1,10}(\.\d{1,4})?$/, `Enter ${what} as a number, for example 60 or 12.5`))
    .transform(Number);

/** A day on a calendar of our time: a year typed with two digits or five is a slip. */
const day = (message: string) => z.iso.date(message).refine((iso) => /^20\d\d-/.test(iso), message);

export const targetForm = z
  .object({
    code: indicatorCode,
    target: promised("the target"),
    tolerance: promised("the tolerance"),
    fromOn: day("Enter the first day on which the target holds"),
    lastOn: z
      .union([z.literal(""), day("Enter the last day on which the target holds, or leave it empty")])
      .optional()
      .default(""),
    reason: text(500, "Say why this target is set: the reason is kept with it"),
  })
  .refine(({ fromOn, lastOn }) => lastOn === "" || lastOn >= fromOn, {
    path: ["lastOn"],
    message: "The last day is before the first. Change one of them.",
  });
export type TargetInput = z.output<typeof targetForm>;
