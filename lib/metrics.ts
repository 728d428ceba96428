/**
 * What the portal counts, for Prometheus at /api/metrics. Labels are route patterns, methods, kinds and outcomes: a few
 * dozen values, never a person, an address or an id. The registry hangs on globalThis because Next.js bundles a second
 * copy of this file.
 */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { NotAllowed, RuleBroken, Unavailable } from "#lib/errors.ts";

export type ScopeKind = "signed in" | "public" | "system";

type Answered = { readonly method: string; readonly route: string; readonly status: number; readonly seconds: number };

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const METHODS = ["GET", "HEAD", "POST"];

function make() {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    requests: new Counter({
      name: "portal_http_requests_total",
      help: "Requests answered, by method, route pattern and class of status.",
      labelNames: ["method", "route", "status"] as const,
      registers,
    }),
    requestSeconds: new Histogram({
      name: "portal_http_request_seconds",
      help: "Time from a request's first line to the last byte of its answer.",
      labelNames: ["method", "route"] as const,
      buckets: SECONDS,
      registers,
    }),
    scopes: new Counter({
      name: "portal_scopes_total",
      help: "Database transactions, by who asked and how they ended: done, refused by a rule, no connection in time, failed.",
      labelNames: ["kind", "outcome"] as const,
      registers,
    }),
    scopeSeconds: new Histogram({
      name: "portal_scope_seconds",
      help: "Time of a database transaction, with its wait for a connection.",
      labelNames: ["kind"] as const,
      buckets: SECONDS,
      registers,
    }),
    scopesNow: new Gauge({
      name: "portal_scopes",
      help: "Database transactions at this moment: each running one holds a connection, each waiting one wants one.",
      labelNames: ["state"] as const,
      registers,
    }),
    refusedSignIns: new Counter({
      name: "portal_sign_ins_refused_total",
      help: "Attempts to sign in that were refused.",
      registers,
    }),
  };
}

const held = globalThis as typeof globalThis & { portalMetrics?: ReturnType<typeof make> };

function metrics(): ReturnType<typeof make> {
  held.portalMetrics ??= make();
  return held.portalMetrics;
}

/** Counts an answer. `route` is a pattern of lib/web/route-patterns.ts, so that there are only so many. */
export function countAnswer({ method, route, status, seconds }: Answered): void {
  const known = METHODS.includes(method) ? method : "other";
  const { requests, requestSeconds } = metrics();
  requests.inc({ method: known, route, status: `${Math.floor(status / 100)}xx` });
  requestSeconds.observe({ method: known, route }, seconds);
}

/** Counts an attempt to sign in that was refused, whyever. */
export function countRefusedSignIn(): void {
  metrics().refusedSignIns.inc();
}

/** Runs a transaction and counts it. `work` calls `begun` once it has a connection. */
export async function measuredScope<T>(kind: ScopeKind, work: (begun: () => void) => Promise<T>): Promise<T> {
  const { scopes, scopeSeconds, scopesNow } = metrics();
  const seconds = scopeSeconds.startTimer({ kind });
  let state: "waiting" | "running" = "waiting";
  let outcome = "done";
  scopesNow.inc({ state });
  try {
    return await work(() => {
      scopesNow.dec({ state });
      state = "running";
      scopesNow.inc({ state });
    });
  } catch (error) {
    outcome = outcomeOf(error);
    throw error;
  } finally {
    scopesNow.dec({ state });
    scopes.inc({ kind, outcome });
    seconds();
  }
}

function outcomeOf(error: unknown): string {
  if (error instanceof Unavailable) return "unavailable";
  if (error instanceof RuleBroken || error instanceof NotAllowed) return "refused";
  // A redirect or a "not found" of Next.js is an answer and no failure.
  return String((error as { digest?: unknown } | null)?.digest).startsWith("NEXT_") ? "refused" : "failed";
}

/** Everything counted so far, as Prometheus reads it, and its content type. */
export async function readMetrics(): Promise<{ readonly text: string; readonly contentType: string }> {
  const { registry } = metrics();
  return { text: await registry.metrics(), contentType: registry.contentType };
}
