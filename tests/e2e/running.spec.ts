/** What the portal tells whoever runs it: its log, its metrics, a full pool, its end. And that no person stands in it. */
import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { asOwner } from "#prisma/migrate.ts";
import { ask, cookieOf, expectGuarded, formOf, hiddenFields } from "./support/ask.ts";
import { expect, test } from "./support/fixtures.ts";
import { SecondPortal } from "./support/second-portal.ts";

const TOKEN = "a-token-of-thirty-two-characters-or-more";
const CANARY = "canary7f3a";
const PERSON = `${CANARY}.hussain@example.org`;

test.describe.configure({ mode: "serial" });

let portal: SecondPortal;
test.beforeAll(async () => {
  portal = await SecondPortal.start({ PORTAL_LOG: "info", PORTAL_METRICS_TOKEN: TOKEN, DATABASE_CONNECTIONS: "2" });
});
test.afterAll(() => portal.stop());

function lines(): Record<string, unknown>[] {
  return portal.printed
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

async function metrics(token = TOKEN) {
  return ask("/api/metrics", { headers: { authorization: `Bearer ${token}` } }, portal.url);
}

test("each request is one line, under the number that its answer carries", async ({ asRole }) => {
  const cookie = await cookieOf(await asRole("council.leader"));
  const answer = await ask("/indicators/E01?month=2022-03", { headers: { cookie } }, portal.url);
  const id = answer.headers["x-request-id"];
  await expect.poll(() => lines().filter(({ request }) => request === id)).toHaveLength(1);
  expect(lines().find(({ request }) => request === id)).toEqual({
    level: "info",
    time: expect.any(String),
    request: id,
    method: "GET",
    route: "/indicators/[code]",
    status: 200,
    ms: expect.any(Number),
    msg: "request",
  });
  expect((await ask("/", { headers: { "x-request-id": CANARY } }, portal.url)).headers["x-request-id"]).not.toBe(
    CANARY,
  );
});

test("nothing that somebody sent stands in the log or the metrics, even of what failed", async ({ asRole }) => {
  const own = { origin: portal.url };
  const cookie = await cookieOf(await asRole("admin"));
  const uuid = "c0ffee00-7f3a-4000-8000-000000000000";
  const marked = {
    "user-agent": CANARY,
    referer: `${portal.url}/${CANARY}`,
    "x-forwarded-for": "198.51.100.77",
    cookie,
  };
  const { text } = await ask("/sign-in", {}, portal.url);
  const [demo = {}] = hiddenFields(text);
  const password = hiddenFields(text).find((fields) => !("email" in fields)) ?? {};
  for (const where of [
    `/imports/${uuid}`,
    `/progress?area=${CANARY}`,
    `/${CANARY}`,
    `/indicators/${CANARY}?${CANARY}=1`,
  ]) {
    await ask(where, { headers: marked }, portal.url);
  }
  const reference = Object.keys(demo).find((name) => /^\$ACTION_\d+:0$/.test(name)) ?? "";
  for (const form of [
    formOf({ ...password, email: PERSON, password: CANARY }, own),
    formOf({ ...demo, email: PERSON }, own),
    formOf({ ...demo, [reference]: `{"id":"${CANARY}"}` }, own),
    formOf({ [`$ACTION_ID_${CANARY}`]: CANARY, [CANARY]: CANARY }, own),
    formOf({ ...password, email: PERSON }, { origin: `http://${CANARY}.example` }),
    { ...formOf({}, own), body: `------form\r\nContent-Disp${CANARY}` },
    { method: "POST", headers: { ...own, "next-action": CANARY, "content-type": "text/plain" }, body: CANARY },
  ]) {
    await ask("/sign-in", form, portal.url);
  }
  await delay(200);
  const told = portal.printed + (await metrics()).text;
  expect(told).not.toMatch(/canary|hussain|c0ffee00|198\.51\.100/i);
  expect(lines().some(({ route }) => route === "/imports/[importId]")).toBe(true);
  expect(lines().some(({ route }) => route === "unknown")).toBe(true);
  const errors = lines().filter(({ level }) => level === "error");
  expect(errors.length).toBeGreaterThan(0);
  for (const error of errors) expect(error).toMatchObject({ request: expect.any(String), error: expect.any(String) });
});

test("the counts are for whoever has the token", async () => {
  expect((await ask("/api/metrics")).status, "a portal without a token has no such page").toBe(404);
  for (const token of ["", "x", `${TOKEN}x`]) {
    const answer = await metrics(token);
    expect(answer).toMatchObject({ status: 401, headers: { "www-authenticate": "Bearer" } });
    expectGuarded(answer);
  }
  const { status, headers, text } = await metrics();
  expect(status).toBe(200);
  expect(headers).toMatchObject({ "content-type": expect.stringContaining("text/plain"), "cache-control": "no-store" });
  for (const line of [
    /^portal_http_requests_total\{method="GET",route="\/indicators\/\[code\]",status="2xx"\} \d/m,
    /^portal_http_request_seconds_bucket\{le="0\.1",method="POST",route="\/sign-in"\} \d/m,
    /^portal_scopes_total\{kind="signed in",outcome="done"\} [1-9]/m,
    /^portal_scope_seconds_count\{kind="public"\} [1-9]/m,
    /^portal_scopes\{state="running"\} 0$/m,
    /^portal_sign_ins_refused_total \d/m,
    /^process_resident_memory_bytes /m,
  ]) {
    expect(text).toMatch(line);
  }
});

test("a full pool is a page with a sentence, with script and without, and passes", async ({ asRole, pageAs }) => {
  const context = await asRole("school.senco");
  const cookie = await cookieOf(context);
  const held = new pg.Client(asOwner(process.env.MIGRATE_DATABASE_URL ?? ""));
  await held.connect();
  try {
    const home = await ask("/home", { headers: { cookie } }, portal.url);
    const signOut = hiddenFields(home.text)[0] ?? {};
    // Whoever signs out writes to their session, which is locked: two of them hold both connections of the pool.
    await held.query("begin");
    await held.query("select from session where ended_at is null for update");
    const waiting = [1, 2].map(() => ask("/home", formOf(signOut, { cookie, origin: portal.url }), portal.url));
    await expect
      .poll(async () => (await metrics()).text, { timeout: 5_000 })
      .toContain('portal_scopes{state="running"} 2');
    const page = await pageAs(null, { script: false });
    const answer = await page.goto(`${portal.url}/progress`);
    expect(answer?.status()).toBe(503);
    expect(answer?.headers()["retry-after"]).toBe("60");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("The portal is busy");
    await expect(page.getByText("Try again in a minute.")).toBeVisible();
    const id = answer?.headers()["x-request-id"];
    await expect(page.getByText(String(id))).toBeVisible();
    await expect
      .poll(() => lines().filter(({ request }) => request === id))
      .toContainEqual(expect.objectContaining({ level: "warn", msg: "The database gave no connection in time" }));
    expect((await metrics()).text).toContain('portal_scopes_total{kind="public",outcome="unavailable"} 1');
    await held.query("rollback");
    await Promise.all(waiting);
    await page.getByRole("link", { name: "Try again" }).click();
    await expect(page.getByRole("heading", { level: 1 })).not.toHaveText("The portal is busy");
  } finally {
    await held.end();
  }
});

test("it says when it begins and when it ends, and ends as it is told", async () => {
  expect(await portal.stop()).toBe(143);
  const said = lines().map(({ msg }) => msg);
  expect(said).toContain("The portal serves");
  expect(said.at(-1)).toBe("The portal stops");
});
