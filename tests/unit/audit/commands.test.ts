/**
 * No command without its line: read from the source, so that a new command that forgets it fails here. What it cannot see
 * is whether each way through a command writes one; that is for the tests of the command.
 */
import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const ROOT = path.join(import.meta.dirname, "../../..");
const FILES = globSync("lib/**/*commands.ts", { cwd: ROOT }).sort();

/** Exported by a file of commands without an act of its own. */
const NO_ACT: Readonly<Record<string, string>> = {
  keepSession: "it only opens the scope, which says that somebody is still there",
  appendFigures: "a step of a command: the file or the form that brings the figures is the act",
  storeMonthly: "a step of confirmImport",
  storeNational: "a step of confirmImport",
  tellPartners: "a step of the command whose act it tells of",
  markNoticesSeen: "how far somebody has read is their own",
  endOtherSessions: "a step of what is on record with it: a new password, or endAllOtherSessions",
  brakesOf: "says what is counted, and counts nothing",
  brakesOfSession: "says what is counted, and counts nothing",
  countAttempt: "counts attempts at signing in; the attempt itself is the act",
  takeBack: "takes a counted attempt back; the attempt itself is the act",
  forget: "takes a counted attempt back; the attempt itself is the act",
  lookingAt: "takes a counted attempt back; the attempt itself is the act",
  provePresentPassword: "a step of confirmWithPassword and of changePassword",
  unlessTooMany: "the sentence for whoever tries too often",
  hashNewPassword: "a step before a password is kept",
  proveSecret: "a step before a second step is kept",
};

type Command = { readonly name: string; readonly exported: boolean; readonly body: string };

const commands: Command[] = FILES.flatMap((file) => {
  const text = readFileSync(path.join(ROOT, file), "utf8");
  return [...withoutWords(text).matchAll(/^(export )?(?:async )?function (\w+)[\s\S]*?^}$/gm)].map(
    ([body, exported, name = ""]) => {
      return { name, exported: exported !== undefined, body };
    },
  );
});
const bodies = new Map(commands.map(({ name, body }) => [name, body]));

/** What is said in comments and between quotes calls nothing. */
function withoutWords(text: string): string {
  return text.replaceAll(/^\s*(\/\*[\s\S]*?\*\/|\/\/.*)\n/gm, "").replaceAll(/"[^"\n]*"/g, '""');
}

/** Whether a line is written on the way: by the function itself or by one that it calls. */
function isOnRecord(name: string, seen = new Set<string>()): boolean {
  const body = bodies.get(name)?.replace(/^.*function \w+/, "") ?? "";
  if (/\baudit\(/.test(body)) return true;
  seen.add(name);
  return [...bodies.keys()].some(
    (other) => !seen.has(other) && new RegExp(`\\b${other}\\b`).test(body) && isOnRecord(other, seen),
  );
}

const exported = commands.filter((command) => command.exported).map(({ name }) => name);

test("commands are found", () => {
  expect(exported.length).toBeGreaterThan(10);
  expect(exported).toContain("submitFigure");
});

test.each(exported.filter((name) => !(name in NO_ACT)))("%s writes its line on the record", (name) => {
  expect(isOnRecord(name)).toBe(true);
});

test.each(Object.entries(NO_ACT))("%s has no act of its own: %s", (name) => {
  expect(exported).toContain(name);
  expect(bodies.get(name)).not.toMatch(/\baudit\(/);
});
