import { describe, expect, test } from "vitest";
import { ACTIONS } from "#lib/audit/schema.ts";
import { readSubject } from "#lib/audit/subject-rules.ts";
import { actInWords, actingRole, type Names, namedIn } from "#lib/audit/words.ts";

const [JO, SAM] = ["019a0000-0000-7000-8000-000000000001", "019a0000-0000-7000-8000-000000000002"];
const [SENCO, HEAD] = ["019a0000-0000-7000-8000-00000000000a", "019a0000-0000-7000-8000-00000000000b"];
const SCHOOL = "019a0000-0000-7000-8000-00000000000c";
const UNKNOWN = "019a0000-0000-7000-8000-00000000ffff";
const NAMES: Names = {
  people: new Map([
    [JO, "Jo Smith"],
    [SAM, "Sam Lee"],
  ]),
  organisations: new Map([[SCHOOL, "Example Primary School"]]),
  roles: new Map([
    [SENCO, { person: "Jo Smith", role: "senco", organisation: "Example Primary School" }],
    [HEAD, { person: "Sam Lee", role: "head teacher", organisation: "Example Primary School" }],
  ]),
};

describe("an act in words", () => {
  test.each([
    ["signed in", `person ${JO} in role ${SENCO}`, "signed in"],
    ["changed role", `role ${SENCO}`, "changed to the role SENCO at Example Primary School"],
    ["submitted a figure", "figure E01 2022-03", "submitted the figure E01 for March 2022"],
    ["revised a figure", "figure C02a 2022-03", "revised the figure C02a for March 2022"],
    ["set a target", "indicator E01 from 2022-04-01", "set a target for E01 from 1 April 2022"],
    ["published a month", "month 2022-03", "published March 2022"],
    [
      "gave a role",
      `role ${SENCO} from 2026-12-01`,
      "gave Jo Smith the role SENCO at Example Primary School from 1 December 2026",
    ],
    [
      "ended a role",
      `role ${SENCO} on 2026-12-01`,
      "ended Jo Smith’s role SENCO at Example Primary School from 1 December 2026",
    ],
    [
      "invited somebody",
      `invitation ${UNKNOWN} as head teacher at organisation ${SCHOOL}`,
      "invited somebody to the role Head teacher at Example Primary School",
    ],
    [
      "made a link for a new password",
      `person ${JO}, invitation ${UNKNOWN}`,
      "made a link for a new password for Jo Smith",
    ],
    [
      "handed work over",
      `role ${SENCO} to role ${HEAD}: 1 reports, 2 drafts, 0 files`,
      "handed the work of Jo Smith, SENCO at Example Primary School, over to Sam Lee, Head teacher at Example Primary School: 1 exception report, 2 drafts, 0 files",
    ],
    ["confirmed an import", `import ${UNKNOWN}: 1 figures`, "confirmed a file and stored its 1 figure"],
    ["defined indicators", "117 definitions", "defined 117 indicators"],
    ["exported the record of acts", "1203 acts", "exported the record of acts, 1,203 acts"],
    ["drafted a commentary", "commentary E01 2022-03", "drafted a commentary on E01 for March 2022"],
  ])("%s, %s", (action, subject, sentence) => {
    expect(actInWords({ action, subject }, NAMES)).toBe(sentence);
  });

  test("names nobody whom the reader may not know", () => {
    expect(actInWords({ action: "gave a role", subject: `role ${UNKNOWN} from 2026-12-01` }, NAMES)).toBe(
      `gave a role: role ${UNKNOWN} from 2026-12-01`,
    );
  });

  test.each(["something else altogether", "figure E01 at 2 o’clock", "role 7"])(
    "says a subject that it cannot read as it was written: %s",
    (subject) => {
      expect(readSubject(subject)).toBeNull();
      expect(actInWords({ action: "gave a role", subject }, NAMES)).toBe(`gave a role: ${subject}`);
    },
  );

  test.each(ACTIONS)("begins with a verb, without a subject too: %s", (action) => {
    expect(actInWords({ action, subject: "" }, NAMES)).toMatch(/^[a-z]+ed |^[a-z]+ /);
  });
});

test("a purpose names whom it means", () => {
  expect(namedIn(`of person ${JO} or person ${UNKNOWN}`, NAMES)).toBe(`of person Jo Smith or person ${UNKNOWN}`);
});

test.each([
  ["senco", "SENCO"],
  ["the portal: signing in", "by the portal, signing in"],
])("the role %s is said as %s", (role, said) => {
  expect(actingRole(role)).toBe(said);
});
