/**
 * What every request passes before Next.js and every answer after it: an id, an address that cannot be forged, refusals,
 * security headers, one line in the log, one count.
 *
 * Not a proxy.ts: that buffers bodies (an upload of 1 GB), answers only what Next.js lets it see, and costs each request a
 * second pass. A server of our own is Next.js's documented way (guides/custom-server).
 */
import { randomBytes } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { env } from "#lib/env.ts";
import { failingWords, isPassing, statusWords } from "#lib/failure-words.ts";
import { uuidv7 } from "#lib/ids.ts";
import { log, logError } from "#lib/log.ts";
import { countAnswer } from "#lib/metrics.ts";
import { isOwnOrigin } from "#lib/origin.ts";
import { type Asked, answering, UNREADABLE } from "#lib/request.ts";
import { clientAddressOf } from "./client-address.ts";
import { plainPage } from "./plain-page.ts";
import type { Instead, PortalResponse } from "./portal-response.ts";
import { METHODS, pathOf, refusalOf } from "./refusal-rules.ts";
import { UNKNOWN } from "./route-patterns.ts";
import { contentPolicy, standingHeaders } from "./security-headers.ts";

type Asking = { readonly isRoute: boolean; readonly again: boolean };
type Handler = (request: IncomingMessage, response: PortalResponse) => Promise<unknown>;

/** `routeOf` names a path by its route (route-patterns.ts). */
export function frontDoor(next: Handler, routeOf: (path: string) => string) {
  return (request: IncomingMessage, response: PortalResponse): void => {
    const asked = askedBy(request);
    const route = routeOf(pathOf(request.url ?? ""));
    record(request, response, asked, route);
    response.settle = (status) => settle(request, response, asked, status, route !== UNKNOWN);
    const refusal = refusalOf({
      method: request.method ?? "",
      url: request.url ?? "",
      ownOrigin: isOwnOrigin(request.headers.origin ?? null),
      length: Number(request.headers["content-length"]),
    });
    if (refusal) {
      if (refusal.status === 405) response.setHeader("allow", METHODS.join(", "));
      answer(response, refusal.status, plainPage(refusal, asked.nonce));
      return;
    }
    tellNext(request, asked);
    answering(asked, () => next(request, response)).catch((error) => {
      logError("A request failed", error);
      if (!response.headersSent) response.statusCode = 500;
      response.end();
    });
  };
}

function askedBy(request: IncomingMessage): Asked {
  const forwarded = request.headers["x-forwarded-for"];
  return {
    id: uuidv7(),
    address: clientAddressOf(request.socket.remoteAddress, forwarded?.toString(), env().proxies),
    nonce: randomBytes(16).toString("base64"),
    isCall: request.headers["next-action"] !== undefined,
    page: request.method === "GET" && !request.headers.rsc ? request.url : undefined,
  };
}

/** What Next.js believes of a request, made true: nothing of it is the client's to say. */
function tellNext({ headers }: IncomingMessage, { nonce }: Asked): void {
  for (const name of Object.keys(headers))
    if (/^(x-forwarded-|forwarded$|x-middleware-)/.test(name)) delete headers[name];
  if (!isOwnOrigin(`http://${headers.host}`)) headers.host = new URL(env().origin).host;
  headers["content-security-policy"] = contentPolicy(true, nonce, env().secure);
}

const KEPT = /^\/(_next\/static\/|icon\.\w+$)/;
const SIGNED_OUT = "/sign-in?signed-out=";

/** The last word on the headers of an answer, and a page of ours in place of one that a browser could not show. */
function settle(
  request: IncomingMessage,
  response: PortalResponse,
  asked: Asked,
  status: number,
  isRoute: boolean,
): Instead | null {
  const { secure } = env();
  const type = String(response.getHeader("content-type") ?? "");
  const document = isDocument(request)
    ? plainInstead(status, type, asked, { isRoute, again: request.method === "GET" })
    : null;
  const instead = document ?? (status >= 500 && asked.failed === UNREADABLE ? { status: 400 } : null);
  const isPage = document !== null || type.startsWith("text/html");
  for (const [name, value] of Object.entries(standingHeaders(secure))) response.setHeader(name, value);
  response.setHeader("content-security-policy", contentPolicy(isPage, asked.nonce, secure));
  response.setHeader("x-request-id", asked.id);
  if (status >= 400 || !KEPT.test(request.url ?? "")) response.setHeader("cache-control", "no-store");
  // What a browser kept of the pages goes with the session; cookies stay, since anyone may link here.
  if (request.url?.startsWith(SIGNED_OUT)) response.setHeader("clear-site-data", '"cache", "storage"');
  if (instead?.status === 503) response.setHeader("retry-after", "60");
  return instead;
}

/** A browser that opens a page or sends a form by itself, and shows what it gets. */
function isDocument({ headers }: IncomingMessage): boolean {
  return !headers.rsc && !headers["next-action"] && (headers.accept ?? "").includes("text/html");
}

/**
 * Next.js answers an error, and a page that calls notFound(), with an empty document that only a script can fill, and
 * some refusals with two English words. Null for everything that speaks for itself.
 */
function plainInstead(status: number, type: string, { id, nonce, failed }: Asked, page: Asking): Instead | null {
  const isHtml = type.startsWith("text/html");
  const isWhole = isHtml && status < 500 && !(status === 404 && (page.isRoute || !page.again));
  if (status < 400 || isWhole || !(type === "" || isHtml || type.startsWith("text/plain"))) return null;
  if (status < 500) return { status, html: plainPage(statusWords(status), nonce) };
  if (failed === UNREADABLE) return { status: 400, html: plainPage(statusWords(400), nonce) };
  const words = { ...failingWords(failed), report: id, again: page.again };
  return { status: isPassing(failed) ? 503 : 500, html: plainPage(words, nonce) };
}

function answer(response: PortalResponse, status: number, html: string): void {
  response.statusCode = status;
  response.setHeader("content-type", "text/html; charset=utf-8");
  response.setHeader("content-length", Buffer.byteLength(html));
  response.end(html);
}

function record(request: IncomingMessage, response: PortalResponse, asked: Asked, route: string): void {
  const began = performance.now();
  response.once("close", () => {
    const ms = performance.now() - began;
    const { method = "" } = request;
    const status = response.headersSent ? response.statusCode : 499;
    countAnswer({ method, route, status, seconds: ms / 1000 });
    const broken = response.writableFinished ? {} : { broken: true };
    answering(asked, () => log("info", "request", { method, route, status, ms: Math.round(ms * 10) / 10, ...broken }));
  });
}
