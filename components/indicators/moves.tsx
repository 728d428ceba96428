import type { ReactNode } from "react";
import type { Check, Move } from "#lib/indicators/dashboard-rules.ts";

/**
 * Whose move is it? The figures and the exception reports that somebody still owes, by who must act. `all` leads to every
 * report; nothing for whoever reads none.
 */
export function Moves({ moves, all }: { readonly moves: readonly Move[]; readonly all: ReactNode }) {
  return (
    <section className="break-inside-avoid">
      <h2>Whose move is it?</h2>
      {moves.length === 0 ? (
        <p className="mt-2 border-t-2 border-ink pt-3">
          Nobody’s: every figure of the year is in, with what it rests on.
        </p>
      ) : (
        <ul className="mt-2 border-t-2 border-ink">
          {[...Map.groupBy(moves, (move) => move.owner)].map(([owner, own]) => (
            <li key={owner} className="grid gap-x-4 border-b border-line py-3 sm:grid-cols-[11rem_1fr]">
              <b className="text-brand">{owner}</b>
              <ul className="grid gap-2.5">
                {own.map((move) => (
                  <li key={`${move.href} ${move.name}`}>
                    <a href={move.href} className="font-semibold">
                      {move.name}
                    </a>
                    <span className="block text-[15.5px] text-soft">{move.what}</span>
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      )}
      {all}
    </section>
  );
}

/** What the figures say about themselves when they are held against each other. */
export function Checks({
  checks,
  hrefOf,
}: {
  readonly checks: readonly Check[];
  readonly hrefOf?: (code: string) => string;
}) {
  if (checks.length === 0) return null;
  return (
    <section className="break-inside-avoid">
      <h2>What these figures can and cannot say</h2>
      <ul className="mt-2 border-t-2 border-ink">
        {[...Map.groupBy(checks, (check) => check.code)].map(([code, own]) => (
          <li key={code} className="border-b border-line py-3">
            {hrefOf ? (
              <a href={hrefOf(code)} className="font-semibold">
                {own[0]?.name}
              </a>
            ) : (
              <b className="font-semibold">{own[0]?.name}</b>
            )}
            {own.map((check) => (
              <span key={check.sentence} className="block text-[15.5px]">
                {check.sentence}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
