import { expect, test } from "vitest";
import type { Actor } from "#lib/auth/actor.ts";
import { canKeepPeople, landingPage, placesOf } from "#lib/people/policy.ts";
import { ROLES, type Role } from "#lib/people/schema.ts";

const FIGURES = ["/dashboard", "/indicators"];
const TOLD = [...FIGURES, "/notices"];
const ANSWERING = [...FIGURES, "/exceptions", "/notices"];
const CASEWORK = ["/home", ...TOLD];

/** Written by hand from the access rule: where each role lands, and every page in its bar. */
const EXPECTED: Readonly<Record<Role, { lands: string; places: readonly string[] }>> = {
  "council leader": { lands: "/dashboard", places: ANSWERING },
  "icb leader": { lands: "/dashboard", places: ANSWERING },
  "trust leader": { lands: "/dashboard", places: ANSWERING },
  "board chair": { lands: "/dashboard", places: ANSWERING },
  "forum representative": { lands: "/dashboard", places: TOLD },
  "case officer": { lands: "/home", places: CASEWORK },
  "council adviser": { lands: "/home", places: CASEWORK },
  "health officer": { lands: "/home", places: CASEWORK },
  "social care officer": { lands: "/home", places: CASEWORK },
  senco: { lands: "/home", places: CASEWORK },
  "head teacher": { lands: "/home", places: CASEWORK },
  "data officer": { lands: "/submit", places: ["/submit", ...FIGURES, "/imports/new", "/publish", "/notices"] },
  administrator: { lands: "/people", places: ["/people"] },
  auditor: { lands: "/audit", places: ["/audit"] },
};

function actor(role: Role): Actor {
  return { role } as Actor;
}

test.each(ROLES)("a %s lands on the page made for the role", (role) => {
  expect(landingPage(role)).toBe(EXPECTED[role].lands);
});

test.each(ROLES)("the bar of a %s holds only what works for the role, and the landing page", (role) => {
  const places = placesOf(actor(role)).map((place) => place.href);
  expect(places).toEqual(EXPECTED[role].places);
  expect(places).toContain(landingPage(role));
});

test("nobody but the administrator keeps people and roles", () => {
  expect(ROLES.filter((role) => canKeepPeople(actor(role)))).toEqual(["administrator"]);
});
