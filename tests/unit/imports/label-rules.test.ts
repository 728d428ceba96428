import { expect, test } from "vitest";
import { firstPlace } from "#lib/imports/label-rules.ts";

const KNOWN = [
  { label: "Requests", place: 1 },
  { label: "Reviews due", place: 2 },
  { label: "Complaints", place: 3 },
];

test.each([
  ["the first table of all", ["Requests", "Reviews due"], [], 1],
  ["the same table again", ["Requests", "Reviews due"], KNOWN, 1],
  ["the same table with a row more before it", ["Hearings", "Requests", "Reviews due"], KNOWN, 1],
  ["another table again", ["Complaints", "Ombudsman"], KNOWN, 3],
  ["a table nobody has seen", ["Hearings"], KNOWN, 4],
])("%s takes its place in the order", (_what, labels, known, place) => {
  expect(firstPlace(labels, known)).toBe(place);
});
