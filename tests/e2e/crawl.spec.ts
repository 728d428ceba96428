/**
 * A canary in every cage: strings planted in every row that is not everybody's, and then every page, payload, file and
 * error asked for as every role and as nobody. What is read where it should not be is named; so is what nobody finds though
 * they may, since a crawl that sees nothing proves nothing.
 */
import { expect, test } from "@playwright/test";
import { DEMO_PEOPLE } from "#prisma/demo/people.ts";
import { Aviary, INVITED } from "./support/canaries.ts";
import { crawl, type Found } from "./support/crawler.ts";
import { ANYONE, OwnPortal, type Visitor } from "./support/own-portal.ts";
import { listPages } from "./support/page-list.ts";
import { plantAnswers } from "./support/plant-answers.ts";
import { plantFigures } from "./support/plant-figures.ts";
import { plantPeople } from "./support/plant-people.ts";

/** Ten times what it takes: for a machine that is busy with something else. */
const PATIENCE_MS = 600_000;
const VISITORS = [...DEMO_PEOPLE.map(({ name }) => name), ANYONE, INVITED];
/** What goes wrong must not say more than what goes right. */
const BROKEN = [
  ...[
    "/nowhere",
    "/indicators/zzz",
    "/indicators/%00",
    "/imports/not-an-id",
    "/people/not-an-id",
    "/exceptions/E01/2023-13",
  ],
  ...[
    "/dashboard?month=never&with=2022-03",
    "/progress?area=nowhere",
    "/invitation/made-up",
    "/audit?from=never&page=-1",
  ],
];
const EXPORTS = ["/audit/export", "/people/review/export"];

async function openEverything(visitor: Visitor, starts: readonly string[]): Promise<Found[]> {
  const files = EXPORTS.map(async (path): Promise<Found> => {
    const answer = await visitor.ask(path, { method: "POST", body: new URLSearchParams({}) });
    return { path, how: "file", ...answer };
  });
  return [...(await crawl(visitor, starts)), ...(await Promise.all(files))];
}

test("what was planted is read by those whom the access rule names, and by nobody else", async () => {
  test.setTimeout(PATIENCE_MS);
  const portal = await OwnPortal.open("crawl");
  try {
    const aviary = new Aviary(portal);
    const officerAway = await plantPeople(aviary);
    await plantFigures(aviary, officerAway);
    await plantAnswers(aviary, officerAway);
    const plain = listPages().flatMap(({ route }) => (route.includes("[") ? [] : [route]));
    const starts = [...new Set([...plain, ...aviary.addresses, ...BROKEN])];
    const leaks: string[] = [];
    const found = new Set<string>();
    const ways = new Set<string>();
    for (const name of VISITORS) {
      const visitor = await portal.visitor(name);
      for (const { path, how, status, text } of await openEverything(
        visitor,
        name === INVITED ? [aviary.invitation] : starts,
      )) {
        if (status >= 500) leaks.push(`${name}: ${path} (${how}) answers ${status}`);
        for (const { text: canary, what, readers } of aviary.canaries) {
          if (!text.includes(canary)) continue;
          ways.add(how);
          if (readers.includes(name)) found.add(what);
          else leaks.push(`${name}: ${path} (${how}) shows ${what}`);
        }
      }
    }
    expect(leaks).toEqual([]);
    expect([...ways].sort()).toEqual(["file", "page", "payload"]);
    const unseen = aviary.canaries.filter(({ what, readers }) => readers.length > 0 && !found.has(what));
    expect(unseen.filter(({ unshown }) => unshown === null).map(({ what }) => what)).toEqual([]);
  } finally {
    await portal.close();
  }
});
