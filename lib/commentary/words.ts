import type { Audience } from "#lib/indicators/schema.ts";

/** Who may read it, as the form and what is published say it. */
export const AUDIENCE_WORDS: Record<Audience, string> = {
  public: "everyone",
  partners: "the partnership, with the parent carer forum",
  board: "the board: leaders, the chair and data officers",
};
