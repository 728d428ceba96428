/**
 * The stages of `npm test`: each says one line when it ends, and keeps count of the tests that passed and failed.
 */
import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { PROJECT } from "#prisma/tool.ts";
import { readTotals, type Totals } from "./totals.ts";

const REPORTS = path.join(PROJECT, "test-results");
const counts: Totals[] = [];
const stopping = new AbortController();

/** Aborted when a person or a machine stops the run. */
export const { signal } = stopping;
for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, () => stopping.abort());

export function say(sentence: string): void {
  console.log(sentence);
}

/** All stages together so far. */
export function totals(): Totals {
  const sum = (of: keyof Totals) => counts.reduce((total, count) => total + count[of], 0);
  return { passed: sum("passed"), failed: sum("failed") };
}

async function stage(title: string, work: () => Promise<Totals | undefined>): Promise<void> {
  const began = Date.now();
  const seconds = () => `${((Date.now() - began) / 1000).toFixed(1)} s`;
  try {
    const ran = await work();
    if (ran) counts.push(ran);
    say(`${title}: ${ran ? `${ran.passed} passed` : "right"}, ${seconds()}`);
  } catch (error) {
    say(`${title}: ${signal.aborted ? "stopped" : "FAILED"}, ${seconds()}`);
    throw error;
  }
}

/** A stage without tests of its own: its failure counts as one, so that no closing line says that none failed. */
export function check(title: string, work: () => Promise<unknown>): Promise<void> {
  return stage(title, async () => {
    try {
      await work();
      return undefined;
    } catch (error) {
      if (!signal.aborted) counts.push({ passed: 0, failed: 1 });
      throw error;
    }
  });
}

/** A stage of tests: `work` runs a tool that writes its JSON report to `report`. No test at all is a failure. */
export function tests(title: string, name: string, work: (report: string) => Promise<unknown>): Promise<void> {
  return stage(title, async () => {
    mkdirSync(REPORTS, { recursive: true });
    const report = path.join(REPORTS, `${name}.json`);
    rmSync(report, { force: true });
    try {
      await work(report);
      const ran = readTotals(report);
      if (!ran || ran.passed + ran.failed === 0) throw new Error(`No test ran: ${title.toLowerCase()}.`);
      return ran;
    } catch (error) {
      const { passed, failed } = readTotals(report) ?? { passed: 0, failed: 0 };
      counts.push({ passed, failed: signal.aborted ? failed : Math.max(1, failed) });
      throw error;
    }
  });
}
