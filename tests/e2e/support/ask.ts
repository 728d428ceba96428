/** Requests as no browser would send them: any method, any path, any header, forged or twice. */
import http from "node:http";
import type { BrowserContext } from "@playwright/test";
import { expect } from "@playwright/test";
import { PROJECT } from "#prisma/tool.ts";

export type Wish = {
  readonly method?: string;
  readonly headers?: http.OutgoingHttpHeaders;
  readonly body?: string | Buffer;
};

export type Answer = { readonly status: number; readonly headers: http.IncomingHttpHeaders; readonly text: string };

export const PORTAL = process.env.PORTAL_URL ?? "http://localhost:3000";

/** The path goes as it stands into the first line of the request; no redirect is followed. */
export function ask(path: string, { method = "GET", headers = {}, body }: Wish = {}, portal = PORTAL): Promise<Answer> {
  const { hostname, port } = new URL(portal);
  return new Promise((resolve, reject) => {
    const request = http.request({ hostname, port, path, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        const text = Buffer.concat(chunks).toString();
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      });
    });
    request.on("error", reject);
    request.end(body);
  });
}

/** A form as a browser without script sends it from a page of the portal. */
export function formOf(fields: Readonly<Record<string, string>>, headers: http.OutgoingHttpHeaders = {}): Wish {
  const boundary = "----form";
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const type = `multipart/form-data; boundary=${boundary}`;
  return {
    method: "POST",
    headers: { origin: PORTAL, accept: "text/html", "content-type": type, ...headers },
    body: `${parts.join("")}--${boundary}--\r\n`,
  };
}

/** The hidden fields of each form on a page, which say what it does. */
export function hiddenFields(html: string): Record<string, string>[] {
  return [...html.matchAll(/<form[\s\S]*?<\/form>/g)].map(([form]) =>
    Object.fromEntries(
      [...form.matchAll(/<input type="hidden" name="([^"]*)"(?: value="([^"]*)")?/g)].map(([, name, value = ""]) => [
        name,
        value.replaceAll("&quot;", '"').replaceAll("&amp;", "&"),
      ]),
    ),
  );
}

/** The Cookie header of somebody who is signed in. */
export async function cookieOf(context: BrowserContext): Promise<string> {
  return (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
}

/** What every answer of the portal says to the browser, whatever it answers. */
export function expectGuarded({ headers }: Answer): void {
  expect(headers).toMatchObject({
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": expect.stringContaining("camera=()"),
    "content-security-policy": expect.stringMatching(/default-src 'none'.*frame-ancestors 'none'/),
    "x-request-id": expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7/),
  });
  expect(headers["content-security-policy"]).not.toMatch(/script-src[^;]*'unsafe-/);
  expect(headers["x-powered-by"]).toBeUndefined();
}

/** A path of this machine, a line of a stack, an error of the database or words of SQL. */
const INSIDES = [
  new RegExp(RegExp.escape(PROJECT)),
  /node_modules|\bat \S+ \(|prisma|ECONN|\bP[12]\d{3}\b|\bselect\s+("|\w+,|\*)|violates/i,
];

/** The portal was not shaken: no failure, no word of what is inside it, and the browser told what it may do. */
export function expectUnshaken(answer: Answer): void {
  expect(answer.status).toBeGreaterThan(0);
  expect(answer.status).toBeLessThan(500);
  for (const inside of INSIDES) expect(answer.text).not.toMatch(inside);
  expectGuarded(answer);
}
