import { describe, expect, test } from "vitest";
import { inviteForm } from "#lib/people/register-schema.ts";
import { doneInWords } from "#lib/people/register-words.ts";

const INVITED = {
  ...{ displayName: "Jo Smith", email: "jo@school.example", organisationId: "019a0000-0000-7000-8000-000000000001" },
  ...{ role: "senco", fromOn: "2026-11-22", toOn: "" },
};

describe("an invitation's form", () => {
  test("takes a name and an address, which is kept in small letters, and no end for an empty one", () => {
    expect(inviteForm.parse({ ...INVITED, email: " Jo@School.example " })).toMatchObject({
      ...{ email: "jo@school.example", toOn: null },
    });
  });

  test.each([
    ["displayName", " "],
    ["displayName", "x".repeat(201)],
    ["displayName", "Jo\u0000"],
    ["email", ""],
    ["email", "jo"],
    ["email", "jo@school"],
    ["email", "jo@school.example, sam@school.example"],
    ["organisationId", ""],
    ["role", ""],
    ["role", "king"],
    ["fromOn", ""],
    ["fromOn", "1 March"],
    ["fromOn", "2026-02-31"],
    ["toOn", "2026-13-01"],
  ])("says at %s that it cannot be %.30j", (field, typed) => {
    const found = inviteForm.safeParse({ ...INVITED, [field]: typed });
    expect(found.error?.issues.map(({ path }) => path.join("."))).toContain(field);
  });
});

test.each([
  [undefined, undefined, null],
  ["__proto__", undefined, null],
  [["given"], undefined, null],
  ["given", undefined, "The role is given."],
  ["handed-over", "2.1.0", "Handed over: 2 exception reports, 1 draft. The end of the role is set."],
  ["handed-over", "<b>", "The end of the role is set. There was nothing in hand to hand over."],
])("the address says that %j is done (%j): %s", (done, moved, words) => {
  expect(doneInWords(done, moved)).toBe(words);
});
