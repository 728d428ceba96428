/**
 * A Chromium for the browser tests: the one CHROMIUM names, Playwright's own, the system's; else one is installed.
 */
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { runTool } from "#prisma/tool.ts";

const SYSTEM = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

const isRoot = process.getuid?.() === 0;

/** Chromium's sandbox refuses to work for root; its own errands on the network would only disturb. */
export const LAUNCH_ARGUMENTS = ["--disable-background-networking", ...(isRoot ? ["--no-sandbox"] : [])];

/** The program's path. `say` hears when one must be installed. Throws the sentence that says what to install. */
export async function findChromium(say: (sentence: string) => void, signal?: AbortSignal): Promise<string> {
  const chosen = process.env.CHROMIUM;
  if (chosen) {
    if (existsSync(chosen)) return chosen;
    throw new Error(`CHROMIUM names ${chosen}, which is not there.`);
  }
  const found = installed();
  if (found) return found;
  say("No Chromium is installed: installing one for the browser tests.");
  const complaints: string[] = [];
  for (const words of ways()) {
    await runTool(words, { DEBIAN_FRONTEND: "noninteractive" }, signal).catch((error: Error) => {
      signal?.throwIfAborted();
      complaints.push(error.message.split("\n").slice(0, 5).join("\n"));
    });
    const now = installed();
    if (now) return now;
  }
  throw new Error(
    `The browser tests need Chromium. Install it (on Debian: apt-get install chromium), or set CHROMIUM to its path.\n${complaints.join("\n")}`,
  );
}

function installed(): string | undefined {
  return [chromium.executablePath(), ...SYSTEM].find((path) => existsSync(path));
}

function ways(): string[][] {
  if (!isRoot) return [["playwright", "install", "chromium"]];
  return [
    ["playwright", "install", "--with-deps", "chromium"],
    ["/usr/bin/apt-get", "update"],
    ["/usr/bin/apt-get", "install", "--yes", "chromium"],
  ];
}
