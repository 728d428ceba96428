import { Unavailable } from "#lib/errors.ts";

/**
 * Runs at most `atOnce` pieces of work at a time, the rest in the order in which they came. When more than `mostWaiting`
 * wait already, the next one is told at once that the portal is busy (Unavailable) instead of being answered late.
 */
export function makeTurns(atOnce: number, mostWaiting: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;

  return async function inTurn(work) {
    if (running < atOnce) running += 1;
    else if (waiting.length < mostWaiting) await new Promise<void>((begin) => waiting.push(begin));
    else throw new Unavailable("PORTAL_BUSY", "Too many people are signing in. Try again in a minute.");
    try {
      return await work();
    } finally {
      // The turn passes straight on, so that nobody who comes meanwhile slips in between.
      const begin = waiting.shift();
      if (begin) begin();
      else running -= 1;
    }
  };
}
