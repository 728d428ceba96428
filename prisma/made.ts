/**
 * What is made from the sources: the Prisma client and the production build. Each keeps a hash of what it was made
 * from, and is made again only when that changed: file times say nothing after a checkout.
 */
import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { PROJECT, runTool } from "./tool.ts";

type Made = {
  readonly sources: readonly string[];
  readonly words: readonly string[];
  /** Inside what is made, so that whoever clears it away clears this too. */
  readonly stamp: string;
  readonly proof: string;
};

const CLIENT: Made = {
  sources: ["prisma/schema.prisma", "prisma/prisma.config.ts", "package-lock.json"],
  words: ["prisma", "generate", "--config", "prisma/prisma.config.ts"],
  stamp: "prisma/generated/.made-from",
  proof: "prisma/generated/client.ts",
};

const BUILD: Made = {
  sources: ["{app,components,lib,public}/**", "prisma/*.{ts,prisma}", "prisma/demo/*.ts", "*.{ts,json}"],
  words: ["next", "build"],
  stamp: ".next/made-from",
  proof: ".next/BUILD_ID",
};

/** Makes the Prisma client if need be; answers whether it did. */
export function makeClient(signal?: AbortSignal): Promise<boolean> {
  return make(CLIENT, () => {}, signal);
}

/** Makes the production build if need be; answers whether it did. `before` is called only then. */
export function makeBuild(before: () => void, signal?: AbortSignal): Promise<boolean> {
  return make(BUILD, before, signal);
}

/** Whether there is a production build at all, of whatever sources. */
export function hasBuild(): boolean {
  return existsSync(path.join(PROJECT, BUILD.proof));
}

async function make(made: Made, before: () => void, signal?: AbortSignal): Promise<boolean> {
  const hash = hashOf(made.sources);
  const stamp = path.join(PROJECT, made.stamp);
  const there = existsSync(path.join(PROJECT, made.proof)) && existsSync(stamp);
  if (there && readFileSync(stamp, "utf8") === hash) return false;
  before();
  await runTool(made.words, {}, signal);
  writeFileSync(stamp, hash);
  return true;
}

function hashOf(patterns: readonly string[]): string {
  const hash = createHash("sha256");
  for (const file of globSync([...patterns], { cwd: PROJECT, exclude: ["*.d.ts"] }).sort()) {
    const whole = path.join(PROJECT, file);
    if (statSync(whole).isFile()) hash.update(`${file}\0`).update(readFileSync(whole)).update("\0");
  }
  return hash.digest("hex");
}
