/** What every answer says to the browser, and that the browser does as it is told. */
import { ask, cookieOf, expectGuarded, formOf, hiddenFields } from "./support/ask.ts";
import { expect, test } from "./support/fixtures.ts";

const SCRIPT = /src="(\/_next\/static\/[^"]+\.js)"/;

test("every kind of answer carries them", async ({ asRole }) => {
  const cookie = await cookieOf(await asRole("council.data"));
  const { text } = await ask("/");
  const script = SCRIPT.exec(text)?.[1] ?? "";
  const payload = (await ask("/progress", { headers: { rsc: "1" } })).headers.location ?? "";
  const answers = {
    "a page for anyone": [await ask("/progress"), 200],
    "a page behind sign-in": [await ask("/dashboard", { headers: { cookie } }), 200],
    "the payload of a page": [await ask(payload, { headers: { rsc: "1" } }), 200],
    "a redirect": [await ask("/dashboard"), 307],
    "no such page": [await ask("/nothing"), 404],
    "no such page behind sign-in": [await ask("/imports/nothing", { headers: { cookie } }), 404],
    "a form that is wrong": [
      await ask("/sign-in", formOf(hiddenFields((await ask("/sign-in")).text).at(-1) ?? {})),
      200,
    ],
    "a form of another site": [await ask("/sign-in", formOf({}, { origin: "http://evil.example" })), 403],
    "a file sent signed out": [await ask("/imports/upload", formOf({})), 303],
    "a file that is none": [await ask("/imports/upload", formOf({}, { cookie })), 303],
    health: [await ask("/api/health"), 200],
    "a script": [await ask(script), 200],
    "no such script": [await ask("/_next/static/none.js"), 404],
    "the icon": [await ask("/icon.svg"), 200],
    "another method": [await ask("/", { method: "PUT" }), 405],
    "an address that cannot be read": [await ask("/%00"), 400],
  } as const;
  for (const [what, [answer, status]] of Object.entries(answers)) {
    expect(answer.status, what).toBe(status);
    expectGuarded(answer);
    const kept = what === "a script" ? "public, max-age=31536000, immutable" : "no-store";
    if (what !== "the icon") expect(answer.headers["cache-control"], what).toBe(kept);
    // Over plain http on this machine there is no https to insist on.
    expect(answer.headers["strict-transport-security"]).toBeUndefined();
  }
});

test("every script of a page carries the nonce of its answer, and no other answer has it", async () => {
  const seen = new Set<string>();
  for (const where of ["/", "/progress", "/sign-in", "/nothing", "/"]) {
    const { headers, text } = await ask(where);
    const nonce = /'nonce-([^']+)'/.exec(String(headers["content-security-policy"]))?.[1] ?? "";
    expect(nonce.length).toBeGreaterThan(20);
    expect(seen.has(nonce)).toBe(false);
    seen.add(nonce);
    const scripts = text.match(/<script\b[^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(0);
    for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
  }
});

test("the browser runs nothing that is put into a page and sends nothing elsewhere", async ({ pageAs }) => {
  const page = await pageAs("council.leader");
  // Once the scripts of the page have done their work, or React would take away what it does not know.
  await page.goto("/dashboard", { waitUntil: "networkidle" });
  const stopped = await page.evaluate(async () => {
    const seen = new Set<string>();
    const wanted = ["connect-src", "form-action", "img-src", "script-src-attr", "script-src-elem", "style-src-elem"];
    const all = new Promise<string[]>((resolve) => {
      document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => {
        seen.add(effectiveDirective);
        if (wanted.every((directive) => seen.has(directive))) resolve([...seen].sort());
      });
    });
    const put = (html: string) => document.body.insertAdjacentHTML("beforeend", html);
    put('<img src="http://evil.example/x.png">');
    put("<button onclick=\"document.title = 'taken over'\">Claim</button>");
    put("<style>h1 { display: none }</style>");
    put('<form action="http://evil.example/" method="post"></form>');
    document.body.append(Object.assign(document.createElement("script"), { text: "document.title = 'taken over'" }));
    document.querySelector<HTMLButtonElement>("body > button")?.click();
    document.querySelector<HTMLFormElement>("body > form")?.submit();
    await fetch("http://evil.example/").catch(() => {});
    return [...(await all), document.title];
  });
  expect(stopped.slice(0, -1)).toEqual(expect.arrayContaining(["form-action", "script-src-attr", "script-src-elem"]));
  expect(stopped.at(-1)).toMatch(/^Dashboard/);
});

for (const script of [true, false]) {
  test(`after signing out Back shows nothing ${script ? "with" : "without"} script`, async ({ pageAs }) => {
    const page = await pageAs("council.leader", { script });
    await page.goto("/indicators/E01");
    await page.goto("/dashboard");
    await page.getByRole("button", { name: "Sign out" }).click();
    await expect(page).toHaveURL(/\/sign-in\?signed-out=yes$/);
    for (const _ of [1, 2]) {
      await page.goBack();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
      await expect(page.getByRole("button", { name: "Sign out" })).toHaveCount(0);
    }
  });
}

for (const script of [true, false]) {
  test(`signing out empties what the browser kept ${script ? "with" : "without"} script`, async ({ pageAs }) => {
    const page = await pageAs("auditor", { script });
    await page.goto("/home");
    await page.evaluate(() => localStorage.setItem("kept", "from the session"));
    await page.getByRole("button", { name: "Sign out" }).click();
    await expect(page).toHaveURL(/signed-out=yes$/);
    expect(await page.evaluate(() => localStorage.getItem("kept"))).toBeNull();
  });
}
