/** What the bench prints, and the aims it holds the numbers against: the issue's, not the law's. Pure. */
import { type Aim, atLeast, atMost, median, table } from "./measures.ts";
import type { Comparison } from "./rounds.ts";
import type { Weight } from "./weight.ts";

export type Weights = {
  readonly empty: Weight;
  readonly pages: readonly { readonly page: string; readonly weight: Weight }[];
};
/** Megabytes: when it began to serve, and every reading under load. */
export type Readings = { readonly atRest: number; readonly loaded: readonly number[] };
export type Found = {
  readonly comparisons: readonly Comparison[];
  readonly weights: Weights;
  readonly memory: Readonly<Record<"own" | "bare", Readings>>;
};

/** Thousands of bytes over an empty page: at once, and with what comes after the first paint. */
const PUBLIC_AIM = 15;
const CHARTS_AIM = 130;
const WITH_CHARTS = ["/dashboard", "/indicators/E04"];

export function report({ comparisons, weights, memory }: Found): string {
  return [
    speed(comparisons),
    "",
    size(weights),
    "",
    `  Memory under load (RSS, 10 and 50 connections): portal ${megabytes(memory.own)}; bare ${megabytes(memory.bare)}`,
    "",
    "Aims",
    table(
      aims({ comparisons, weights, memory }).map(({ what, found, aim, met }) => [
        `${what}`,
        found,
        aim,
        met ? "met" : "MISSED",
      ]),
    ),
  ].join("\n");
}

function speed(comparisons: readonly Comparison[]): string {
  const head = [
    "Page beside the bare one",
    "connections",
    "requests/s",
    "bare",
    "ratio",
    "p95 ms",
    "bare",
    "ratio",
    "failed",
  ];
  const rows = comparisons.map(({ page, connections, own, bare, perSecondRatio, p95Ratio }) => [
    ...[
      page,
      String(connections),
      own.perSecond.toFixed(0),
      bare.perSecond.toFixed(0),
      `${perSecondRatio.toFixed(2)}×`,
    ],
    ...[own.p95.toFixed(0), bare.p95.toFixed(0), `${p95Ratio.toFixed(2)}×`, String(own.failed + bare.failed)],
  ]);
  return table([head, ...rows]);
}

function size({ empty, pages }: Weights): string {
  const rows = pages.map(({ page, weight }) => [
    ...[page, weight.first.toFixed(1), more(weight.first - empty.first), weight.later.toFixed(1)],
    more(weight.first + weight.later - empty.first - empty.later),
  ]);
  return table([
    ["JavaScript, kB gzip", "named in the page", "over empty", "after first paint", "all over empty"],
    ["an empty page", empty.first.toFixed(1), "", empty.later.toFixed(1), ""],
    ...rows,
  ]);
}

function more(kilobytes: number): string {
  return `${kilobytes < 0 ? "−" : "+"}${Math.abs(kilobytes).toFixed(1)}`;
}

function megabytes({ atRest, loaded }: Readings): string {
  const most = Math.max(...loaded);
  return `${median(loaded).toFixed(0)} MB (at rest ${atRest.toFixed(0)}, at most ${most.toFixed(0)})`;
}

function aims({ comparisons, weights: { empty, pages }, memory }: Found): Aim[] {
  const atTen = comparisons.filter(({ connections }) => connections === 10);
  return [
    ...atTen.map(({ page, perSecondRatio }) => atLeast(`${page}: requests per second at 10`, perSecondRatio, 0.5, "×")),
    ...atTen.map(({ page, p95Ratio }) => atMost(`${page}: p95 at 10`, p95Ratio, 2, "×")),
    ...pages.map(({ page, weight: { first, later } }) =>
      WITH_CHARTS.includes(page)
        ? atMost(
            `${page}: all JavaScript over an empty page`,
            first + later - empty.first - empty.later,
            CHARTS_AIM,
            "kB",
          )
        : atMost(`${page}: first-load JavaScript over an empty page`, first - empty.first, PUBLIC_AIM, "kB"),
    ),
    atMost("memory under load, median", median(memory.own.loaded) / median(memory.bare.loaded), 1.3, "×"),
  ];
}
