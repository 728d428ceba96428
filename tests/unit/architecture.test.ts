/** The house rules that one file can break: who may import what, what the network may call, how long a file may be. */
import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { listPages } from "#tests/e2e/support/page-list.ts";

const ROOT = path.join(import.meta.dirname, "../..");
const files = globSync("{app,components,lib,prisma,tests}/**/*.{ts,tsx,sql,css}", { cwd: ROOT }).filter(
  (file) => !/^prisma\/(generated|migrations)\//.test(file),
);
const lines = new Map(files.map((file) => [file, readFileSync(path.join(ROOT, file), "utf8").split("\n").length - 1]));
const code = new Map(files.map((file) => [file, withoutComments(readFileSync(path.join(ROOT, file), "utf8"))]));

const PURE = /^lib\/.*\b(rules|policy|schema|words|numbers|figure|dates|text|form-state)\.ts$/;
const SERVER = /^(node:|server-only$|next\/(headers|server|cache)|next-auth|pg$|@prisma\/|prisma\/)/;
const ASKING = /^lib\/(scope|audit|env|form-action)\.ts$|^lib\/.*(queries|commands)\.ts$/;
const BESIDE = new RegExp(["\\.\\.", "shared|/work", "shared"].join("/"));

type Import = { readonly to: string; readonly typeOnly: boolean };
const IMPORT = /^(?:import|export)(\s+type)?\s*(?:([^;"]*?)\s*from\s*)?"([^"]+)"|\bimport\("([^"]+)"\)/gm;

function withoutComments(text: string): string {
  return text.replaceAll(/^\s*(\/\*[\s\S]*?\*\/|\/\/.*$)\n?/gm, "");
}

/** What a file imports: our own files by their path, packages by their name. */
function importsOf(file: string): Import[] {
  return [...(code.get(file) ?? "").matchAll(IMPORT)].map(([, type, named = "", from = "", dynamic]) => {
    const names = named
      .replaceAll(/[{}]/g, "")
      .split(",")
      .filter((name) => name.trim() !== "");
    const typeOnly = type !== undefined || (names.length > 0 && names.every((name) => /^\s*type\s/.test(name)));
    const to = dynamic ?? from;
    return { to: to.startsWith(".") ? path.join(path.dirname(file), to) : to.replace(/^#/, ""), typeOnly };
  });
}

function isAction(file: string): boolean {
  return /^"use server";\n/.test(code.get(file) ?? "");
}

/** Everything that runs where this file does. An action runs on the server, whoever names it. */
function reachedFrom(file: string, reached = new Set<string>()): Set<string> {
  for (const { to, typeOnly } of importsOf(file)) {
    if (typeOnly || reached.has(to)) continue;
    reached.add(to);
    if (!isAction(to)) reachedFrom(to, reached);
  }
  return reached;
}

/** Breaches as "who reaches what"; a type costs nothing when it runs and may be had from anywhere. */
function importing(who: RegExp, what: RegExp): string[] {
  const of = (file: string) => importsOf(file).filter(({ to, typeOnly }) => !typeOnly && what.test(to));
  return files.filter((file) => who.test(file)).flatMap((file) => of(file).map(({ to }) => `${file}: ${to}`));
}

function reaching(who: (file: string) => boolean, what: (reached: string) => boolean): string[] {
  return files.filter(who).flatMap((file) => [...reachedFrom(file)].filter(what).map((to) => `${file}: ${to}`));
}

function saying(who: RegExp, what: RegExp): string[] {
  return files.filter((file) => who.test(file) && what.test(code.get(file) ?? ""));
}

const says = (file: string, what: RegExp) => what.test(code.get(file) ?? "");
const isClient = (file: string) => says(file, /^"use client"/);
const onServer = (file: string) => SERVER.test(file) || ASKING.test(file);
const MADE = /^export const \w+Action = (formAction|publicFormAction)\(/;
const exported = (file: string) => (code.get(file) ?? "").split("\n").filter((line) => line.startsWith("export "));

test.each([
  ["lib and prisma know no page and no component", importing(/^(lib|prisma)\//, /^(app|components)\//)],
  ["a component knows no page and no database", importing(/^components\//, /^(app|prisma)\//)],
  ["a component is given what it shows: it asks nothing", importing(/^components\//, ASKING)],
  ["a page reaches the database through lib alone", importing(/^app\//, /^prisma\//)],
  ["lib needs of prisma its client and the roles' names", importing(/^lib\//, /^prisma\/(?!generated\/|roles\.ts$)/)],
  ["what lib needs of prisma does not need lib", importing(/^prisma\/roles\.ts$/, /^lib\//)],
  ["the product knows no test", importing(/^(app|components|lib|prisma)\//, /^tests\//)],
  [
    "rules, policies, schemas and words run anywhere",
    reaching(
      (file) => PURE.test(file),
      (to) => onServer(to) || /^(next|react)/.test(to),
    ),
  ],
  ["rules read no clock", saying(PURE, /\bTemporal\.Now\b|\bDate\.now\b|\bnew Date\(\)/)],
  ["what runs in a browser needs no server", reaching(isClient, (to) => onServer(to) && !isAction(to))],
  ["what runs in a browser needs no Temporal", reaching(isClient, (to) => says(to, /\bTemporal\b/))],
  ["next-auth lives in one file", importing(/^(?!lib\/auth\/options\.ts$)/, /^next-auth/)],
  [
    "the scope is the only door to the data",
    importing(/^(app|components|lib)\/(?<!lib\/(?=scope\.ts$))/, /^(pg|@prisma\/.*)$/),
  ],
  ["nobody else opens a client", saying(/^(app|components|lib)\/(?<!lib\/(?=scope\.ts$))/, /\bPrismaClient\b/)],
  [
    "an action says so in its first line",
    saying(/^(app|components|lib)\//, /["']use server["']/).filter((file) => !isAction(file)),
  ],
  [
    "an action is made by formAction or publicFormAction",
    files.filter(isAction).flatMap((file) => exported(file).filter((line) => !MADE.test(line))),
  ],
  ["nothing reads what lies beside the project", saying(/./, BESIDE)],
  [
    "no file is longer than 250 lines",
    files.filter((file) => (lines.get(file) ?? 0) > 250 && file !== "prisma/seed.ts"),
  ],
])("%s", (_rule, breaches) => {
  expect(breaches).toEqual([]);
});

test("every page behind sign-in is visited signed out", () => {
  const pages = globSync("app/(portal)/**/page.tsx", { cwd: ROOT });
  expect(listPages().filter(({ guarded }) => guarded)).toHaveLength(pages.length);
  expect(code.get("tests/e2e/pages.spec.ts")).toMatch(
    /= listPages\(\);[\s\S]*guarded[\s\S]*sends whoever is signed out/,
  );
});
