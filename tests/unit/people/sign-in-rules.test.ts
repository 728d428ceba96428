import { expect, test } from "vitest";
import { signInPage } from "#lib/people/return-schema.ts";
import { ROLES, type Role } from "#lib/people/schema.ts";
import { awaitedOf, firstPage, type Method, stepPage } from "#lib/people/sign-in-rules.ts";
import { whyHere } from "#lib/people/sign-in-words.ts";

const hold = (...roles: Role[]) => roles.map((role) => ({ role }));

test.each<{ method: Method; isSetUp: boolean; roles: Role[]; awaits: string | null }>([
  { method: "password", isSetUp: false, roles: ["case officer"], awaits: "a second step" },
  { method: "password", isSetUp: true, roles: ["case officer"], awaits: "a code" },
  { method: "password", isSetUp: false, roles: ["forum representative"], awaits: null },
  { method: "password", isSetUp: true, roles: ["forum representative"], awaits: "a code" },
  { method: "password", isSetUp: false, roles: ["forum representative", "senco"], awaits: "a second step" },
  { method: "invitation", isSetUp: false, roles: ["administrator"], awaits: "a second step" },
  { method: "invitation", isSetUp: true, roles: ["administrator"], awaits: "a code" },
  { method: "demonstration", isSetUp: true, roles: ["administrator"], awaits: null },
])("$roles by $method, set up: $isSetUp, awaits $awaits", ({ method, isSetUp, roles, awaits }) => {
  expect(awaitedOf(method, isSetUp, hold(...roles))).toBe(awaits);
});

test("every role but the volunteer's needs a second step", () => {
  const without = ROLES.filter((role) => awaitedOf("password", false, hold(role)) === null);
  expect(without).toEqual(["forum representative"]);
});

test.each<[Role[], string | undefined, string]>([
  [["administrator"], undefined, "/people"],
  [["administrator"], "/indicators/E01?month=2022-03", "/indicators/E01?month=2022-03"],
  [["administrator", "council leader"], "/indicators/E01", "/roles"],
])("%j who came for %s goes to %s", (roles, path, page) => {
  expect(firstPage(hold(...roles), path)).toBe(page);
});

test("the page of the second step takes along where they wanted to go", () => {
  expect(stepPage("a code", "/a?b=c&d=e")).toBe("/sign-in/code?path=%2Fa%3Fb%3Dc%26d%3De");
  expect(stepPage("a second step", undefined)).toBe("/sign-in/second-step");
});

test("the sign-in page is told where from, and why", () => {
  expect(signInPage()).toBe("/sign-in");
  expect(signInPage("/people?page=2", "unsent")).toBe("/sign-in?unsent=yes&path=%2Fpeople%3Fpage%3D2");
});

test.each([
  [{ "signed-out": "yes" }, "You have signed out."],
  [{ unsent: "yes" }, "You had been signed out"],
  [{ begins: "2026-12-01" }, "begins on 1 December 2026"],
])("the sign-in page with %j says: %s", (asked, words) => {
  expect(whyHere(asked)).toContain(words);
});

test.each([{}, { begins: "soon" }, { begins: ["2026-12-01", "2026-12-02"] }, { begins: "2026-13-01" }])(
  "the sign-in page with %j says nothing",
  (asked) => {
    expect(whyHere(asked)).toBeNull();
  },
);
