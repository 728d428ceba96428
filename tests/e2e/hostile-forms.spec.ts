/** Forms that no page of the portal sends: each is answered with a sentence, does nothing, and the portal goes on. */
import { ask, cookieOf, expectUnshaken, formOf, hiddenFields, PORTAL, type Wish } from "./support/ask.ts";
import { expect, test } from "./support/fixtures.ts";
import { FORGED_HEADERS } from "./support/forged-headers.ts";

const FOREIGN: readonly (readonly [string, Record<string, string>])[] = [
  ["from another site", { origin: "http://evil.example" }],
  ["from nowhere that it says", {}],
  ["from an opaque place", { origin: "null" }],
  ["from another port of this machine", { origin: "http://localhost:1" }],
  ["from a place that is no address", { origin: "://" }],
  ["from another site that forges the host too", { origin: "http://evil.example", host: "evil.example" }],
  [
    "from another site that claims to be a proxy",
    { origin: "http://evil.example", "x-forwarded-host": "evil.example" },
  ],
];

for (const [where, headers] of FOREIGN) {
  test(`a form ${where} is refused with a sentence, and its sender stays signed in`, async ({ asRole }) => {
    const cookie = await cookieOf(await asRole("council.data"));
    const pages = ["/sign-in", "/dashboard", "/roles", "/imports/upload"];
    for (const page of pages) {
      const { text } = await ask(page === "/imports/upload" ? "/imports/new" : page, { headers: { cookie } });
      for (const fields of [{}, ...hiddenFields(text)]) {
        const form = formOf(fields, { cookie });
        const { origin: _own, ...rest } = form.headers ?? {};
        const answer = await ask(page, { ...form, headers: { ...rest, ...headers } });
        expect(answer.status, page).toBe(403);
        expect(answer.text).toContain("This did not come from a page of the portal");
        expectUnshaken(answer);
      }
    }
    expect((await ask("/dashboard", { headers: { cookie } })).status).toBe(200);
  });
}

test("a form of ours arrives, whatever is forged around it", async () => {
  const [hidden = {}] = hiddenFields((await ask("/sign-in")).text).filter((fields) => !("email" in fields));
  for (const headers of FORGED_HEADERS) {
    const answer = await ask("/sign-in", formOf({ ...hidden, email: "x", password: "" }, headers));
    expectUnshaken(answer);
    expect(answer.status).toBe(200);
    expect(answer.text).toContain("There is a problem");
  }
});

test("a form with names and values that nobody types comes back with a sentence and what was typed", async () => {
  const { text } = await ask("/sign-in");
  const [hidden = {}] = hiddenFields(text).filter((fields) => !("email" in fields));
  const sent: readonly Record<string, string>[] = [
    { email: "a\u0000b@x.example", password: "p\u0000ssword" },
    { email: "\u202Eelpmaxe@b", password: "\u202E" },
    { email: "a".repeat(1_000_000), password: "b".repeat(100_000) },
    { email: "", password: "", constructor: "x", "constructor[prototype]": "x", __proto__x: "x", toString: "x" },
  ];
  for (const fields of [...sent, Object.fromEntries([["__proto__", "x"]])]) {
    const answer = await ask("/sign-in", formOf({ ...hidden, ...fields }));
    expectUnshaken(answer);
    expect(answer.status).toBe(200);
    expect(answer.text).toContain("There is a problem");
    expect(answer.text).not.toContain("p\u0000ssword");
    const { email = "" } = fields;
    if (/^a+$/.test(email)) expect(answer.text).toContain(`value="${email}"`);
  }
});

test("a form that no page of the portal has does nothing and says so", async () => {
  const { text } = await ask("/sign-in");
  const [hidden = {}] = hiddenFields(text);
  const reference = Object.entries(hidden).find(([name]) => /^\$ACTION_\d+:0$/.test(name));
  const id = (JSON.parse(reference?.[1] ?? "{}") as { id: string }).id;
  const call = (body: string, action = id): Wish => ({
    method: "POST",
    headers: { origin: PORTAL, "next-action": action, "content-type": "text/plain;charset=UTF-8" },
    body,
  });
  const broken = { origin: PORTAL, accept: "text/html", "content-type": "multipart/form-data; boundary=b" };
  const wishes: readonly Wish[] = [
    formOf({ $ACTION_ID_deadbeef: "" }),
    formOf({ [`$ACTION_ID_${"4".repeat(42)}`]: "" }),
    formOf({ $ACTION_REF_1: "", "$ACTION_1:0": "{{{{", "$ACTION_1:1": "[", $ACTION_KEY: "k" }),
    formOf({ $ACTION_REF_1: "", "$ACTION_1:0": '{"id":"__proto__","bound":"$@1"}', "$ACTION_1:1": "[{}]" }),
    formOf({ ...hidden, email: "nobody@demo.example" }),
    formOf({ ...hidden, email: "a".repeat(3_000_000) }),
    formOf({ ...hidden, email: "a".repeat(3_000_000) }, { "transfer-encoding": "chunked" }),
    { method: "POST", headers: broken, body: "--b\r\nContent-Disp" },
    { method: "POST", headers: { ...broken, "content-type": "multipart/form-data" }, body: "x" },
    { method: "POST", headers: { ...broken, "content-type": "application/x-www-form-urlencoded" }, body: "a=b" },
    { method: "POST", headers: { ...broken, "content-type": "application/json" }, body: "{" },
    call("[]", "4".repeat(42)),
    call("[]", "x"),
    call("[]", "__proto__"),
    call("garbage"),
    call(""),
    call("[".repeat(10_000)),
    { ...call(""), headers: { ...call("").headers, ...broken, accept: "*/*" }, body: "--b\r\nContent-Disp" },
  ];
  for (const wish of wishes) {
    const answer = await ask("/sign-in", wish);
    expectUnshaken(answer);
    expect(answer.headers["set-cookie"]).toBeUndefined();
    if (wish.headers?.accept === "text/html" && answer.status >= 400) expect(answer.text).toMatch(/<h1[ >]/);
  }
});
