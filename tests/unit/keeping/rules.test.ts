import { describe, expect, test } from "vitest";
import { type BaseCopy, copiesFor, type Life, lifeAt, readBranches, unneeded } from "#prisma/keeping/rules.ts";

function copy(hour: string, timeline: number, position: string): BaseCopy {
  const [, low = "0"] = position.split("/");
  const segment = Number.parseInt(low, 16) >> 24;
  const life = timeline.toString(16).padStart(8, "0");
  return {
    folder: hour,
    startedAt: `2026-11-22T${hour}:00.000Z`,
    finishedAt: `2026-11-22T${hour}:30.000Z`,
    timeline,
    firstPiece: `${life}00000000${segment.toString(16).padStart(8, "0")}`.toUpperCase(),
    position,
  };
}

const at = (hour: string) => `2026-11-22T${hour}:00.000Z`;

// At 15:00 the database was put back to 10:00 (position 0/5000000), and at 18:00 to 16:00 (0/6000000 of that life).
const LIVES: Life[] = [
  { timeline: 3, from: at("18:00"), branches: readBranches("1\t0/5000000\tbefore\n2\t0/6000000\tbefore\n") },
  { timeline: 1, from: "", branches: [] },
  { timeline: 2, from: at("15:00"), branches: readBranches("1\t0/5000000\tbefore 2026-11-22 10:00\n") },
];
const COPIES = [copy("17:00", 2, "0/7000000"), copy("09:00", 1, "0/4000000"), copy("13:00", 1, "0/9000000")];

describe("a moment is restored from the newest copy before it, in the life that was led then", () => {
  test.each([
    ["09:30", 1, "09:00"],
    ["14:00", 1, "13:00"],
    ["14:59", 1, "13:00"],
    ["15:00", 2, "09:00"],
    ["16:59", 2, "09:00"],
    ["17:01", 2, "17:00"],
    ["18:00", 3, "09:00"],
    ["23:59", 3, "09:00"],
  ])("%s belongs to life %i and the copy of %s", (hour, timeline, from) => {
    const life = lifeAt(LIVES, at(hour));
    expect(life?.timeline).toBe(timeline);
    const fit = copiesFor(life as Life, COPIES).filter(({ finishedAt }) => finishedAt <= at(hour));
    expect(fit.at(-1)?.folder).toBe(from);
  });

  test("without a moment it is the latest life", () => {
    expect(lifeAt(LIVES)?.timeline).toBe(3);
  });

  test("a copy taken at the very position where a life was left still counts, one beyond does not", () => {
    const life = LIVES[2] as Life;
    const [before, exact, beyond] = ["0/4FFFFFF", "0/5000000", "0/5000001"].map((place) => copy("09:00", 1, place));
    expect(copiesFor(life, [before, exact, beyond] as BaseCopy[])).toEqual([before, exact]);
    expect(copiesFor(life, [copy("09:00", 1, "1/0")])).toEqual([]);
  });

  test("a history tells the lives it goes back to, whatever else stands in it", () => {
    const history =
      "1\t0/3000148\tno recovery target specified\n\n# a note\n2\tA/BC000000\tbefore transaction 7 at now\n";
    expect(readBranches(history)).toEqual([
      { timeline: 1, position: "0/3000148" },
      { timeline: 2, position: "A/BC000000" },
    ]);
    expect(readBranches("")).toEqual([]);
  });
});

describe("what --keep deletes", () => {
  const pieces = [
    ...["000000010000000000000003", "000000010000000000000009", "000000020000000000000006"],
    ...["000000020000000000000007", "00000002.history", "000000010000000000000004.00000028.backup"],
  ].map((name) => `${name}.gz`);

  test("is the older copies and the pieces that no kept copy needs, in whichever life", () => {
    const gone = unneeded(COPIES, pieces, 1);
    expect(gone.copies.map(({ folder }) => folder)).toEqual(["09:00", "13:00"]);
    expect(gone.pieces.map((name) => name.slice(0, 24))).toEqual([
      "000000010000000000000003",
      "000000020000000000000006",
      "000000010000000000000004",
    ]);
  });

  test("is nothing when there are no more copies than are kept, but the pieces before the first of them", () => {
    expect(unneeded(COPIES, pieces, 3)).toEqual({ copies: [], pieces: [pieces[0]] });
    expect(unneeded(COPIES, pieces, 9).copies).toEqual([]);
  });
});
