/** What no browser of a person sends: the portal answers each with less than 500, tells nothing of its insides, goes on. */
import { globSync, readFileSync } from "node:fs";
import net from "node:net";
import path from "node:path";
import { PROJECT } from "#prisma/tool.ts";
import { ask, cookieOf, expectUnshaken, PORTAL } from "./support/ask.ts";
import { expect, test } from "./support/fixtures.ts";
import { FORGED_HEADERS } from "./support/forged-headers.ts";
import { listPages } from "./support/page-list.ts";

for (const headers of FORGED_HEADERS) {
  const [name = ""] = Object.keys(headers);
  test(`a forged ${name} (${headers[name]?.slice(0, 30)}) opens nothing`, async () => {
    const guarded = await ask("/dashboard", { headers });
    expect(guarded.status).toBe(307);
    expect(guarded.headers.location).toBe("/sign-in?path=%2Fdashboard");
    const open = await ask("/progress", { headers });
    expect(open.status).toBe(200);
    for (const answer of [guarded, open]) {
      expectUnshaken(answer);
      expect(JSON.stringify([answer.headers, answer.text])).not.toMatch(/evil|forged/);
    }
  });
}

const SCRIPTED: readonly Record<string, string>[] = [
  {},
  { "next-router-prefetch": "1" },
  { "next-router-state-tree": "garbage" },
  { "next-router-state-tree": encodeURIComponent('["",{},null,"refetch"]') },
  { "next-router-segment-prefetch": "/_tree" },
  { "next-hmr-refresh": "1" },
];

for (const headers of SCRIPTED) {
  test(`a page asked for as a script asks tells whoever is signed out nothing (${JSON.stringify(headers)})`, async () => {
    for (const page of listPages().filter(({ guarded }) => guarded)) {
      const where = page.route.replaceAll(/\[.*?\]/g, "anything");
      const first = await ask(where, { headers: { rsc: "1", ...headers } });
      expectUnshaken(first);
      const { location = "" } = first.headers;
      const second = await ask(location.startsWith(where) ? location : where, { headers: { rsc: "1", ...headers } });
      expectUnshaken(second);
      expect(second.text).not.toMatch(/Lincolnshire|Birmingham|Signed in|"E\d\d"|@demo/);
    }
  });
}

const ADDRESSES = [
  ...["/%00", "/indicators/%00", "/progress?area=%00", "/progress?area=%ED%A0%80", "/progress?area=%FF", "/%FF", "/%"],
  ...["/%zz", "/progress?area=%", "/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/%2fetc%2fpasswd", "*"],
  ...["//evil.example/", "/\\evil.example", "/%5cevil.example", "http://evil.example/", "/progress?area=%E2%80%AE"],
  ...["/_next/image?url=http://evil.example&w=64&q=75", "/_next/data/x/dashboard.json", "/.env", "/.git/config"],
  ...["/_next/static/../../package.json", "/_next/static/%2e%2e/%2e%2e/package.json", "/dashboard.rsc", "/_error"],
  ...["/dashboard.segments/_tree.segment.rsc", "/_next/", "/__nextjs_original-stack-frame", "/404", "/500"],
  ...[`/${"a".repeat(5000)}`, `/${"a/".repeat(2000)}a`, `/progress?area=${"a".repeat(9000)}`, "/progress?%5B%5D=1"],
];

for (const address of ADDRESSES) {
  test(`the address ${address.slice(0, 50)} leads to a page or nowhere`, async () => {
    const answer = await ask(address, { headers: { accept: "text/html" } });
    expectUnshaken(answer);
    expect(answer.headers.location ?? "/").toMatch(/^\/(?!\/)/);
    const isHtml = String(answer.headers["content-type"]).startsWith("text/html");
    if (answer.status >= 400 && isHtml) expect(answer.text).toMatch(/<h1[ >]/);
  });
}

for (const method of ["HEAD", "OPTIONS", "PUT", "DELETE", "PATCH", "TRACE", "PROPFIND"]) {
  test(`${method} does no harm anywhere`, async () => {
    for (const where of ["/", "/dashboard", "/nothing", "/api/health", "/imports/upload", "/icon.svg"]) {
      const answer = await ask(where, { method, headers: { origin: PORTAL, "x-canary": "given back" } });
      expectUnshaken(answer);
      expect(JSON.stringify(answer)).not.toContain("given back");
      if (method !== "HEAD") expect(answer).toMatchObject({ status: 405, headers: { allow: "GET, HEAD, POST" } });
    }
  });
}

/** The names of what a page reads from its address, as its source spells them. */
function parametersOf(route: string): string[] {
  const file = globSync("app/**/page.tsx", { cwd: PROJECT }).find((found) => {
    return found.replaceAll(/^app|\/\([^/]*\)|\/page\.tsx$/g, "") === route.replace(/^\/$/, "");
  });
  const source = readFileSync(path.join(PROJECT, file ?? ""), "utf8");
  const taken = /const \{([^}]*)\} = await searchParams/.exec(source)?.[1]?.split(",") ?? [];
  const others = [...source.matchAll(/\bsent\.(\w+)/g)].map(([, name = ""]) => name);
  return [...taken.map((name) => name.split(":")[0]?.trim() ?? ""), ...others].filter(Boolean);
}

for (const who of [null, "council.leader", "council.data", "admin"]) {
  test(`${who ?? "anyone"} may write whatever they like after the question mark`, async ({ asRole, database }) => {
    const cookie = await cookieOf(await asRole(who));
    const [row] = await database.rows("select id::text as value from import order by read_at limit 1");
    let asked = 0;
    for (const { route } of listPages()) {
      const names = parametersOf(route);
      const where = route.replace("[importId]", row?.value ?? "").replaceAll(/\[.*?\]/g, "E04");
      const tails = names.flatMap((name) => [
        `${name}=2022-03&${name}=2022-04`,
        `${name}=&${name}[]=1&${name}[a]=1`,
        `${name}=${"9".repeat(4000)}`,
        `${name}=-1&${name}.x=1e309`,
        `${name}=%F0%9F%98%80%E2%80%AE'%22%3Cscript%3E`,
      ]);
      for (const tail of [...tails, "__proto__=1&constructor=1&constructor[prototype]=1&toString=1"]) {
        const answer = await ask(`${where}?${tail}`, { headers: { cookie, accept: "text/html" } });
        expectUnshaken(answer);
        expect(answer.text).not.toContain('<script>"');
        asked += 1;
      }
    }
    expect(asked).toBeGreaterThan(60);
  });
}

test("what is too long or no request at all is answered, and the portal goes on", async () => {
  expect((await ask("/", { headers: { x: "a".repeat(1_000_000) } })).status).toBe(431);
  expect((await ask(`/${"a".repeat(1_000_000)}`)).status).toBe(431);
  for (const said of ["GARBAGE\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "GET /\u0000 HTTP/1.1\r\nHost: x\r\n\r\n"]) {
    expect(await raw(said)).toMatch(/^HTTP\/1\.1 400 [\s\S]*Content-Security-Policy: default-src 'none'/);
  }
  const both = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET";
  expect(await raw(both)).toMatch(/^HTTP\/1\.1 400 /);
  expect((await ask("/")).status).toBe(200);
});

/** Everything the portal answers to these bytes, until it hangs up. */
function raw(bytes: string): Promise<string> {
  const { hostname, port } = new URL(PORTAL);
  return new Promise((resolve, reject) => {
    let heard = "";
    const socket = net.connect(Number(port), hostname, () => socket.write(bytes));
    socket.on("data", (chunk) => {
      heard += chunk.toString();
    });
    socket.on("close", () => resolve(heard));
    socket.on("error", reject);
  });
}
