/** What a form knows after it was sent and refused: what was typed, and each problem in a sentence. */
export type FormState = {
  readonly typed: Readonly<Record<string, string>>;
  readonly problems: readonly Problem[];
};
/** `field` is the name of the input; "" is the form as a whole. */
export type Problem = { readonly field: string; readonly message: string };

export const FRESH: FormState = { typed: {}, problems: [] };

export function problemOf(state: FormState, field: string): string | undefined {
  return state.problems.find((problem) => problem.field === field)?.message;
}
