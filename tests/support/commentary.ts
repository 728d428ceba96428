/** Months with figures as each audience is shown them, and the council leader's words about them, for tests. */
import { draftCommentary, publishCommentary } from "#lib/commentary/commands.ts";
import type { DraftInput } from "#lib/commentary/schema.ts";
import { makeFigure, makePublication } from "#prisma/factories.ts";
import type { TestDatabase } from "./database.ts";
import type { Seat } from "./people.ts";

export function commenting({ owner, world, sitter, asRole }: TestDatabase) {
  const { areaId, council } = world.here;

  /** A figure, and the month given to whoever `audience` names: each with what its reader is shown of it. */
  async function makeMonth(
    month: string,
    audience: "public" | "partners" | "board",
    figures: Readonly<Record<string, { value: number; shown?: string }>>,
  ) {
    const { roleId } = await sitter("data officer");
    const made = await Promise.all(
      Object.entries(figures).map(async ([indicatorCode, { value, shown = String(value) }]) => {
        const of = { areaId, indicatorCode, organisationId: council, submittedById: roleId };
        const figureId = await makeFigure(owner, { ...of, month, value });
        const state = shown === "c" ? ("small number" as const) : ("reported" as const);
        return { figureId, indicatorCode, state, shown, ...(state === "reported" ? { value } : {}) };
      }),
    );
    await makePublication(owner, { areaId, publishedById: roleId, month, audience, figures: made });
  }

  function draft(wishes: Partial<DraftInput>, seat: Seat = "council leader") {
    const typed = { code: "E04", month: "2022-01", words: "Why it is so.", audience: "board", version: 0 } as const;
    return asRole(
      seat,
      (scope) => draftCommentary(scope, { over: undefined, press: "save", ...typed, ...wishes }),
      "write",
    );
  }

  async function publish(wishes: Partial<DraftInput>, seat: Seat = "council leader") {
    const { version } = await draft(wishes, seat);
    const { code = "E04", month = "2022-01" } = wishes;
    return asRole(seat, (scope) => publishCommentary(scope, { code, month, version }), "write");
  }

  return { makeMonth, draft, publish };
}
