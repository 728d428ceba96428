import { expect, test } from "vitest";
import { ROLES } from "#lib/people/schema.ts";
import { DEMO_PEOPLE } from "#prisma/demo/people.ts";

test("the demonstration has exactly the people whom its readers were promised", () => {
  expect(DEMO_PEOPLE.map((person) => person.name).sort()).toEqual([
    "admin",
    "auditor",
    "board.chair",
    "council.casework",
    "council.data",
    "council.ep",
    "council.leader",
    "forum.rep",
    "icb.health",
    "icb.leader",
    "nel.leader",
    "school.head",
    "school.senco",
    "school.senco2",
    "trust.leader",
    "trust.social-care",
  ]);
});

test("every role is held by somebody in the demonstration", () => {
  const held = new Set(DEMO_PEOPLE.map((person) => person.role));
  expect(ROLES.filter((role) => !held.has(role))).toEqual([]);
});
