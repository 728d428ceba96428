import { afterEach, describe, expect, test } from "vitest";
import { errorFacts, log, logError, openLog, takeOverConsole } from "#lib/log.ts";
import { answering } from "#lib/request.ts";

const CANARY = "amira.hussain@example.org";

function linesOf(write: () => void, level = "info"): Record<string, unknown>[] {
  const lines: string[] = [];
  openLog(level, { write: (line) => void lines.push(line) });
  write();
  return lines.map((line) => JSON.parse(line));
}

afterEach(() => openLog("silent"));

describe("a line of the log", () => {
  test("says when, what and in which request", () => {
    const asked = { id: "0198a1c2-0000-7000-8000-000000000000", address: "192.0.2.1", nonce: "n", isCall: false };
    const [line] = linesOf(() => answering(asked, () => log("info", "request", { status: 200 })));
    expect(line).toEqual({
      level: "info",
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      request: asked.id,
      status: 200,
      msg: "request",
    });
  });

  test("is left out below the level that was asked for", () => {
    expect(linesOf(() => log("info", "request"), "warn")).toEqual([]);
  });

  test("is written once for an error that two report", () => {
    const error = new Error("once");
    const lines = linesOf(() => {
      logError("first", error);
      logError("second", error);
    });
    expect(lines.map(({ msg }) => msg)).toEqual(["first"]);
  });
});

describe("nothing that somebody typed stands in what is written of an error", () => {
  const said = (message: string) => new Error(message);
  test.each([
    ["its message", said(`No person has the address ${CANARY}`)],
    ["a message of several lines", said(`Invalid value\n  where: {\n    email: "${CANARY}"\n  }`)],
    ["a message that looks like a stack", said(`x\n    at ${CANARY} (file.ts:1:1)`)],
    ["its name", Object.assign(said("x"), { name: CANARY })],
    ["its code", Object.assign(said("x"), { code: CANARY })],
    ["its digest", Object.assign(said("x"), { digest: CANARY })],
    ["its cause", new Error("x", { cause: said(CANARY) })],
    ["anything it carries", Object.assign(said("x"), { meta: { email: CANARY }, detail: CANARY })],
    ["what is thrown and no error", CANARY],
  ])("not %s", (_where, error) => {
    expect(JSON.stringify(errorFacts(error))).not.toContain("amira");
  });
});

test("an error is written with its kind, its codes and the places it passed", () => {
  const cause = Object.assign(new Error("x"), { code: "23505" });
  const error = Object.assign(new TypeError("x", { cause }), { code: "P2002", digest: "123@E352" });
  const facts = errorFacts(error);
  expect(facts).toMatchObject({ error: "TypeError", code: "P2002", cause: "23505", digest: "123@E352" });
  expect(facts.places).toContainEqual(expect.stringMatching(/^tests\/unit\/log\.test\.ts:\d+:\d+$|log\.test\.ts/));
});

describe("what a library prints", () => {
  const { log: print, info, warn, error } = console;
  afterEach(() => void Object.assign(console, { log: print, info, warn, error }));

  test.each([
    ["`host` header with value `amira.example` does not match", ""],
    ["Failed to handle request for /imports?name=amira", "Failed to handle request for"],
    ["Amira Hussain is not there", ""],
  ])("is kept up to its first value: %j", (printed, words) => {
    const lines = linesOf(() => {
      takeOverConsole();
      console.error(printed);
    });
    expect(lines).toEqual([expect.objectContaining({ level: "error", words, msg: "Something was printed" })]);
  });
});
