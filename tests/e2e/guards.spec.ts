/**
 * Every page, every other address and every action, found by walking the tree and the build: asked for by whoever is
 * signed out and by every role that must not have it. One without a line in page-table.ts or action-table.ts fails.
 */
import { globSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { DEMO_PEOPLE } from "#prisma/demo/people.ts";
import { PROJECT } from "#prisma/tool.ts";
import { callAction, listActions } from "./support/action-call.ts";
import { ACTION_TABLE, IDS } from "./support/action-table.ts";
import { ANYONE, OwnPortal, type Visitor } from "./support/own-portal.ts";
import { listPages } from "./support/page-list.ts";
import { PAGE_TABLE, ROUTE_TABLE } from "./support/page-table.ts";

const PATIENCE_MS = 300_000;
const NAMES = DEMO_PEOPLE.map(({ name }) => name);
/** One of each kind of stranger to an act: all of them would take a minute more and say the same. */
const STRANGERS = ["forum.rep", "auditor", "admin", "school.senco", "icb.leader", "council.leader", "nel.leader"];
const SIGNED_OUT = "You have been signed out, so nothing was changed.";
const ROUTES = globSync("app/**/route.ts", { cwd: PROJECT }).map((file) =>
  file
    .replace(/^app/, "")
    .replace(/\/route\.ts$/, "")
    .replaceAll(/\/\([^)]*\)/g, ""),
);

/** What the demonstration's figures miss, so that an exception report is owed. */
const PROMISE = `insert into target (id, area_id, indicator_code, target, tolerance, from_on, set_by_role_id, set_by_organisation, set_at)
  select gen_random_uuid(), r.area_id, 'E04', 99, 1, '2021-04-01', r.id, 'The council', now()
  from role_holding r join person p on p.id = r.person_id where p.email = 'council.leader@demo.example'`;

test.describe.configure({ mode: "default", timeout: PATIENCE_MS });

let portal: OwnPortal;
const visitors = new Map<string, Visitor>();

test.beforeAll(async () => {
  test.setTimeout(PATIENCE_MS);
  portal = await OwnPortal.open("guards");
  await portal.rows(PROMISE);
  for (const name of [...NAMES, ANYONE]) visitors.set(name, await portal.visitor(name));
});
test.afterAll(() => portal?.close());

function visitor(name: string): Visitor {
  const found = visitors.get(name);
  if (!found) throw new Error(`Nobody is called ${name}.`);
  return found;
}

async function idFor(sql: string): Promise<string> {
  const [row] = await portal.rows(sql);
  if (row?.value === undefined) throw new Error(`The demonstration has no row for: ${sql}`);
  return row.value;
}

/** Of a row, what does not change by merely coming by; of these tables nothing is left but that. */
const LASTING: Readonly<Record<string, string>> = {
  session: "to_jsonb(t) - 'last_seen_at'",
  role_holding: "to_jsonb(t) - 'last_used_on'",
  audit_entry: "null",
  sign_in_brake: "null",
};

/** Of each table, a fingerprint of all that is in it. */
async function kept(): Promise<Record<string, string>> {
  const tables = await portal.rows("select tablename from pg_tables where schemaname = 'public' order by 1");
  const each = tables.map(({ tablename = "" }) => {
    const row = `(${LASTING[tablename] ?? "to_jsonb(t)"})::text`;
    return `select '${tablename}' as name, md5(string_agg(${row}, ' ' order by ${row})) as print from ${tablename} t`;
  });
  const found = await portal.rows(each.join(" union all "));
  return Object.fromEntries(found.map(({ name = "", print = "" }) => [name, print]));
}

test("every page has a line here", () => {
  const guarded = listPages().filter((page) => page.guarded);
  expect(guarded.map(({ route }) => route)).toEqual(
    Object.keys(PAGE_TABLE).sort((one, other) => one.localeCompare(other)),
  );
});

for (const [route, { who, path = route, find, ledOn = [] }] of Object.entries(PAGE_TABLE)) {
  test(`${route} is there for ${who.length} of ${NAMES.length} people, and for nobody else`, async () => {
    const address = find ? path.replace("$1", await idFor(find)) : path;
    const wrong: string[] = [];
    for (const name of [...NAMES, ANYONE]) {
      const { status, to } = await visitor(name).ask(address);
      const expected = name === ANYONE ? 307 : !who.includes(name) ? 404 : ledOn.includes(name) ? 307 : 200;
      if (status !== expected) wrong.push(`${name}: ${address} answers ${status} in place of ${expected}`);
      if (name === ANYONE && !/^\/sign-in(\?|$)/.test(to ?? "")) wrong.push(`${name}: ${address} leads to ${to}`);
    }
    expect(wrong).toEqual([]);
  });
}

test("every address that is not a page has a line here", () => {
  expect(ROUTES.toSorted()).toEqual(Object.keys(ROUTE_TABLE).sort());
});

for (const [route, { method, body, who }] of Object.entries(ROUTE_TABLE)) {
  test(`${route} answers ${Array.isArray(who) ? who.join(" and ") : who}`, async () => {
    const before = await kept();
    const wrong: string[] = [];
    for (const name of [...NAMES, ANYONE].filter((one) => !who.includes(one))) {
      const file = new FormData();
      file.append("file", new File(["\tApr 19\tMay 19\tJun 19\nA row\t1\t2\t3\n"], "a.tsv"));
      const sent =
        body === "file" ? { body: file } : body === "form" ? { body: new URLSearchParams({ from: "" }) } : {};
      const { status, to } = await visitor(name).ask(route, { method, ...sent });
      const expected = who === "everybody" ? 200 : name === ANYONE && who !== "nobody" ? 303 : 404;
      if (status !== expected) wrong.push(`${name}: ${route} answers ${status} in place of ${expected}`);
      if (expected === 303 && to !== "/sign-in") wrong.push(`${name}: ${route} leads to ${to}`);
    }
    expect(wrong).toEqual([]);
    expect(await kept()).toEqual(before);
  });
}

test("every action has a line here, and what it is sent is right in every field", () => {
  const exported = globSync("lib/**/*actions.ts", { cwd: PROJECT });
  const actions = listActions();
  expect([...new Set(actions.map(({ file }) => file))].sort()).toEqual(exported.sort());
  expect(actions.map(({ name }) => name).sort()).toEqual(Object.keys(ACTION_TABLE).sort());
  for (const [name, { schema, fields }] of Object.entries(ACTION_TABLE)) {
    const uuid = "01a2032e-0c52-7765-b99d-cdaa1ed5d8fd";
    const filled = Object.entries(fields).map(([field, value]) => [field, value.startsWith("$") ? uuid : value]);
    expect(schema.safeParse(Object.fromEntries(filled)).error, name).toBeUndefined();
  }
});

for (const [name, { who, fields, quietly = false }] of Object.entries(ACTION_TABLE)) {
  test(`${name} does nothing for whoever may not, and says so`, async () => {
    const action = listActions().find((one) => one.name === name);
    if (!action) throw new Error(`The build has no action called ${name}.`);
    const filled: Record<string, string> = {};
    for (const [field, value] of Object.entries(fields)) filled[field] = IDS[value] ? await idFor(IDS[value]) : value;
    const before = await kept();
    const wrong: string[] = [];
    for (const stranger of [ANYONE, ...STRANGERS].filter((one) => who === "anyone" || !who.includes(one))) {
      const { status, text, to } = await callAction(visitor(stranger), action, filled);
      const isRefused = status === 404 || (status === 200 && to === null && text.includes('"problems":[{'));
      const isHarmless = who === "anyone" ? status < 500 : quietly && stranger !== ANYONE && status < 400;
      if (!isRefused && !isHarmless) wrong.push(`${stranger}: ${name} answers ${status} and leads to ${to}`);
      if (who !== "anyone" && stranger === ANYONE && !text.includes(SIGNED_OUT)) wrong.push(`${stranger}: is not told`);
    }
    expect(wrong).toEqual([]);
    // Whoever signs out ends their own session.
    const after = await kept();
    expect(name === "signOutAction" ? { ...after, session: before.session } : after).toEqual(before);
    // Else it would be refused for something else than who sends it.
    if (who === "anyone") return;
    const { status, text } = await callAction(await portal.visitor(who[0] ?? ""), action, filled);
    expect({ status: status < 400, isSignedOut: text.includes(SIGNED_OUT) }).toEqual({
      status: true,
      isSignedOut: false,
    });
  });
}
