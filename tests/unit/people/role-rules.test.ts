import { describe, expect, test } from "vitest";
import { datesProblem, endAtOnce, kindProblem, rolesOfKind, standingOf } from "#lib/people/role-rules.ts";
import { ROLES, type Role } from "#lib/people/schema.ts";

/** From the access rule: where each role is held. */
const HELD_IN: Readonly<Record<Role, readonly string[]>> = {
  "council leader": ["council"],
  "case officer": ["council"],
  "council adviser": ["council"],
  "data officer": ["council"],
  "icb leader": ["icb"],
  "health officer": ["icb", "nhs provider"],
  "trust leader": ["trust"],
  "social care officer": ["trust"],
  senco: ["school"],
  "head teacher": ["school"],
  "forum representative": ["forum"],
  "board chair": ["council"],
  administrator: ["council"],
  auditor: ["council"],
};
const KINDS = ["council", "icb", "trust", "nhs provider", "school", "forum", "voluntary"];

describe("a role", () => {
  test.each(ROLES)("%s is held in the kinds of organisation that the access rule names", (role) => {
    expect(KINDS.filter((kind) => rolesOfKind(kind).includes(role))).toEqual(HELD_IN[role]);
  });

  test("that an organisation has not is refused in a sentence that says which it has", () => {
    expect(kindProblem("school", "council leader")).toBe(
      "This organisation (School) has no Council leader. Choose one of these roles: SENCO, Head teacher.",
    );
    expect(kindProblem("voluntary", "senco")).toMatch(/^Nobody holds a role/);
    expect(kindProblem("school", "senco")).toBeNull();
  });

  test.each([
    ["2026-11-22", null, null],
    ["2026-11-22", "2026-11-23", null],
    ["2026-11-21", null, "fromOn"],
    ["2026-11-22", "2026-11-22", "toOn"],
  ])("from %s until %s, given on 22 November 2026, is wrong at: %s", (fromOn, toOn, field) => {
    expect(datesProblem({ fromOn, toOn }, "2026-11-22")?.field ?? null).toBe(field);
  });

  test.each([
    ["2026-11-23", null, "begins later"],
    ["2026-11-22", null, "held"],
    ["2026-11-01", "2026-11-23", "held"],
    ["2026-11-01", "2026-11-22", "ended"],
  ])("from %s until %s is on 22 November 2026: %s", (fromOn, toOn, standing) => {
    expect(standingOf({ fromOn, toOn }, "2026-11-22")).toBe(standing);
  });

  test("that ends at once ends today, or on its first day when it has not begun", () => {
    expect([endAtOnce("2026-01-01", "2026-11-22"), endAtOnce("2026-12-01", "2026-11-22")]).toEqual([
      "2026-11-22",
      "2026-12-01",
    ]);
  });
});
