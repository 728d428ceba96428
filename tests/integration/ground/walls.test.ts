import { describe, expect, test } from "vitest";
import { asSession, type Scope } from "#lib/scope.ts";
import { ACCESS, WHO } from "#tests/support/access.ts";
import { openTestDatabase, withClient } from "#tests/support/database.ts";
import { actAs, asDatabaseRole, listSaid } from "./actors.ts";
import { allowed, cellsOf, found, makeAttempts } from "./cells.ts";
import { tablesOf } from "./samples.ts";
import { DEAD, makeLives } from "./session-lives.ts";
import { withTries } from "./tries.ts";

const database = await openTestDatabase();
const CELLS = cellsOf(await makeAttempts(database));
const COUNT = CELLS.length * WHO.length;
const SAID = await listSaid(database);
const LIVES = await makeLives(database);

describe(`the database lets each person do what the access rule says, and nothing else, in ${COUNT} cells:`, () => {
  test.each(WHO)("%s", async (who) => {
    expect(await actAs(database, who, (run) => found(run, CELLS))).toEqual(allowed(who, CELLS));
  });
});

test("the access rule speaks of every table there is, and the matrix is as large as was asked", async () => {
  const tables = await withClient({ connectionString: database.adminUrl }, tablesOf);
  expect([...new Set(Object.values(ACCESS).map(({ table }) => table))].sort()).toEqual(tables);
  expect(COUNT).toBeGreaterThanOrEqual(1_000);
});

/**
 * What a role meant ends with it, because no scope opens. The walls themselves believe what the scope says: they stop a
 * query that forgot to ask whose row it is, not a stranger who runs SQL of their own as the portal's login and can
 * say anything, an ended role included. That is why a statement is never put together from what somebody typed.
 */
describe("nobody gets as far as the walls", () => {
  test.each(DEAD)("by a session %s", async (life) => {
    const everything = (scope: Scope) => found((sql) => scope.db.$executeRawUnsafe(sql), CELLS);
    expect(await asSession(LIVES.get(life)?.token ?? "", everything, "write")).toBeNull();
  });
});

describe("a scope that said too little shows and takes too little:", () => {
  test("one that said nothing, what it would of anyone", async () => {
    const anyones = allowed("anyone", CELLS);
    const nothing = await asDatabaseRole(database, "portal_app", (run) => found(run, CELLS));
    expect(nothing.filter((cell) => !anyones.includes(cell))).toEqual([]);
  });

  test("one that left one thing out, nothing that it would not with it", async () => {
    const beyond = await withTries(database.adminUrl, async (tries) => {
      const more: string[] = [];
      for (const [who, said] of SAID) {
        for (const unsaid of Object.keys(said).filter((name) => name.startsWith("portal.") && said[name] !== "")) {
          const outcomes = await tries.outcomes({ ...said, [unsaid]: "" }, CELLS);
          const can = CELLS.filter(({ may }, index) => outcomes[index] === "yes" && !may.includes(who));
          more.push(...can.map(({ name }) => `${who} without ${unsaid}: ${name}`));
        }
      }
      return more;
    });
    expect(beyond).toEqual([]);
  });
});
