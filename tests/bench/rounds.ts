/**
 * The rounds: each page in turn beside the bare page, right before or right after it and the other way round in the next
 * round, so that whatever else the machine does meets both alike. Ratios are taken inside a pair, then their median.
 */
import { load, type Target } from "./load.ts";
import { type Burst, median } from "./measures.ts";
import type { Served } from "./served.ts";

export type Side = { readonly target: Target; readonly server: Served };
export type Comparison = {
  readonly page: string;
  readonly connections: number;
  readonly own: Burst;
  readonly bare: Burst;
  readonly perSecondRatio: number;
  readonly p95Ratio: number;
};

const ROUNDS = 3;
/** Connections, and for how long each side of a pair is asked. */
const LOADS = [
  { connections: 1, milliseconds: 1_200 },
  { connections: 10, milliseconds: 2_500 },
  { connections: 50, milliseconds: 2_000 },
] as const;
const WARM_UP = { connections: 10, milliseconds: 4_000 };
const MEMORY_EVERY_MS = 200;

/** Megabytes while under load at ten connections and more: by server, every reading. */
export type Memory = Map<Served, number[]>;

export async function compare(
  pages: readonly Side[],
  bare: Side,
  signal: AbortSignal,
): Promise<{ comparisons: Comparison[]; memory: Memory }> {
  const memory: Memory = new Map();
  for (const { target } of [bare, ...pages]) await load(target, WARM_UP.connections, WARM_UP.milliseconds);
  const pairs: Pick<Comparison, "page" | "connections" | "own" | "bare">[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (const { connections, milliseconds } of LOADS) {
      for (const side of pages) {
        signal.throwIfAborted();
        const sides = round % 2 === 0 ? [bare, side] : [side, bare];
        const bursts = new Map<Side, Burst>();
        for (const one of sides) bursts.set(one, await watched(one, connections, milliseconds, memory));
        const [own, beside] = [bursts.get(side), bursts.get(bare)];
        if (own && beside) pairs.push({ page: side.target.name, connections, own, bare: beside });
      }
    }
  }
  const groups = Map.groupBy(pairs, ({ page, connections }) => `${connections} ${page}`);
  return { comparisons: [...groups.values()].map(summary), memory };
}

async function watched(side: Side, connections: number, milliseconds: number, memory: Memory): Promise<Burst> {
  const readings = memory.get(side.server) ?? [];
  memory.set(side.server, readings);
  const watch = setInterval(() => connections >= 10 && readings.push(side.server.memory()), MEMORY_EVERY_MS);
  try {
    return await load(side.target, connections, milliseconds);
  } finally {
    clearInterval(watch);
  }
}

function summary(pairs: readonly Pick<Comparison, "page" | "connections" | "own" | "bare">[]): Comparison {
  const [{ page, connections } = { page: "", connections: 0 }] = pairs;
  const middle = (of: (pair: (typeof pairs)[number]) => number) => median(pairs.map(of));
  const burst = (side: "own" | "bare"): Burst => ({
    perSecond: middle((pair) => pair[side].perSecond),
    p95: middle((pair) => pair[side].p95),
    failed: pairs.reduce((sum, pair) => sum + pair[side].failed, 0),
  });
  return {
    ...{ page, connections, own: burst("own"), bare: burst("bare") },
    perSecondRatio: middle(({ own, bare }) => own.perSecond / bare.perSecond),
    p95Ratio: middle(({ own, bare }) => own.p95 / bare.p95),
  };
}
