/**
 * Two tabs, or two colleagues, on one draft. Each form carries the version that it began from; whoever saves second is
 * refused, told what changed, and asked whether theirs goes in its place. The version that they are told of travels in
 * the name of the field at fault, so that "in its place" means of that version and of no later one.
 */
import { z } from "zod";
import { RuleBroken } from "./errors.ts";
import type { FormState } from "./form-state.ts";

const FIELD = /^over-(\d{1,9})$/;

const version = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);

/** The fields that every form of a draft sends; version 0 is no draft yet. */
export const draftVersion = { version, over: version.optional() };

/** The version that this save may replace. */
export function replaces(input: { readonly version: number; readonly over?: number | undefined }): number {
  return input.over ?? input.version;
}

/** `now` is the version that is kept; `sentence` says what changed, and when. */
export function changedMeanwhile(now: number, sentence: string): RuleBroken {
  return new RuleBroken(`over-${now}`, sentence);
}

/** The version that stands in the way of what was sent, when that was why it was refused. */
export function versionInTheWay(state: FormState): string | null {
  return state.problems.map(({ field }) => FIELD.exec(field)?.[1]).find((found) => found !== undefined) ?? null;
}
