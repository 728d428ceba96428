import { describe, expect, test } from "vitest";
import type { Notice } from "#lib/notices/notice.ts";
import { moment } from "#lib/notices/schema.ts";
import { told } from "#lib/notices/words.ts";

const BOARD = "Executive Advisory Panel";
const ABOUT = { code: "E04", name: "Assessments completed within 20 weeks", month: "2022-03" } as const;

function notice(wishes: Partial<Notice>): Notice {
  const none = { code: null, name: null, month: null, board: "", on: "", isNew: true };
  return { ...none, id: "1", at: "2022-04-05T09:00:00.000Z", kind: "month published", by: "The council", ...wishes };
}

function month(of: string, wishes: Partial<Notice> = {}): Notice {
  return notice({ id: of, month: of, board: BOARD, on: "2022-04-04", ...wishes });
}

describe("a notice in a sentence", () => {
  test.each([
    [month("2022-03"), `March 2022 was given to the ${BOARD} on 4 April 2022.`, "/dashboard?month=2022-03"],
    [
      notice({ ...ABOUT, kind: "commentary published" }),
      "The council published a commentary on assessments completed within 20 weeks, March 2022.",
      "/indicators/E04",
    ],
    [
      notice({ ...ABOUT, month: null, kind: "target set", on: "2022-05-01" }),
      "The council set a target for assessments completed within 20 weeks, from 1 May 2022.",
      "/indicators/E04",
    ],
    [
      notice({ ...ABOUT, kind: "exception report given" }),
      "The council gave its exception report on assessments completed within 20 weeks, March 2022.",
      "/exceptions/E04/2022-03",
    ],
    [
      notice({ ...ABOUT, kind: "exception report seen", board: BOARD, on: "2022-05-04" }),
      `The ${BOARD} saw the exception report on assessments completed within 20 weeks, March 2022, on 4 May 2022.`,
      "/exceptions/E04/2022-03",
    ],
  ])("%#", (one, sentence, href) => {
    expect(told([one])).toMatchObject([{ sentence, href }]);
  });
});

describe("months given to one board on one day", () => {
  test("are one piece of news, which leads to the latest of them", () => {
    const news = told([
      month("2022-03"),
      notice({ ...ABOUT, id: "c", kind: "commentary published" }),
      month("2022-02"),
      month("2022-01"),
    ]);
    expect(news.map(({ id }) => id)).toEqual(["2022-03", "c"]);
    expect(news[0]).toMatchObject({
      sentence: `January to March 2022 were given to the ${BOARD} on 4 April 2022.`,
      href: "/dashboard?month=2022-03",
    });
  });

  test.each([
    ["another board", { board: "The board" }],
    ["another day", { on: "2022-05-04" }],
    ["one seen already", { isNew: false }],
  ])("are told apart from %s", (_what, other) => {
    expect(told([month("2022-03"), month("2022-02", other)])).toHaveLength(2);
  });
});

test.each(["", "yesterday", "2022-04-05", "2022-04-05T09:00:00Z", "2022-04-05T09:00:00.000000Z", "9999999999999"])(
  "%j is no moment that the portal wrote",
  (text) => {
    expect(moment.safeParse(text).success).toBe(false);
  },
);
