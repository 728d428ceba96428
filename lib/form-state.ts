/** What a form knows after it was sent and refused: what was typed, and each problem in a sentence. */
export type FormState = {
  readonly typed: Readonly<Record<string, string>>;
  readonly problems: readonly Problem[];
  /** What is shown this once, after it was done: it is kept nowhere and stands in no address. */
  readonly shown?: Readonly<Record<string, string>>;
};
/** `field` is the name of the input; "" is the form as a whole. `link` opens in a new tab: what was typed stays. */
export type Problem = {
  readonly field: string;
  readonly message: string;
  readonly link?: { readonly href: string; readonly text: string };
};

export const FRESH: FormState = { typed: {}, problems: [] };

export function problemOf(state: FormState, field: string): string | undefined {
  return state.problems.find((problem) => problem.field === field)?.message;
}
