/**
 * What the portal itself knows of the request it is answering. The front door (lib/web/front-door.ts) makes it, never the
 * client; it travels with the work by AsyncLocalStorage, so that no header can be forged to change it. The store hangs on
 * globalThis because Next.js bundles a second copy of this file.
 */
import { AsyncLocalStorage } from "node:async_hooks";

export type Asked = {
  /** A UUID (version 7), in the answer as x-request-id, in the log and in the audit trail. */
  readonly id: string;
  /** Who asks, as far as the network knows (lib/web/client-address.ts). */
  readonly address: string;
  /** What makes a script one of ours, in this answer alone. */
  readonly nonce: string;
  /** Whether a script of ours calls an action: its body is JSON that React reads. */
  readonly isCall: boolean;
  /** The page that is opened, as the browser's address names it; undefined for anything else. */
  readonly page?: string | undefined;
  /** The digest of what failed on the way, as Next.js and lib/errors.ts name it. */
  failed?: string;
};

const held = globalThis as typeof globalThis & { portalRequests?: AsyncLocalStorage<Asked> };
held.portalRequests ??= new AsyncLocalStorage();
const requests = held.portalRequests;

/** The digest of a body that cannot be read as a form: nobody's fault but the sender's. */
export const UNREADABLE = "PORTAL_UNREADABLE";

/** What undici, busboy and Next.js say of a body or a header that they cannot parse. */
const UNREAD = /\bas FormData\b|\bend of form\b|\bboundary not found\b|\brouter state header\b/i;

/** Keeps what failed, so that the front door can say it. Both Next.js and its console tell us, in no certain order. */
export function noteFailure(error: unknown): void {
  const asked = askedNow();
  if (!asked || !(error instanceof Error)) return;
  const { digest, statusCode } = error as Error & { digest?: unknown; statusCode?: unknown };
  const isUnreadable = statusCode === 413 || (asked.isCall && error.name === "SyntaxError");
  if (isUnreadable || UNREAD.test(error.message)) asked.failed = UNREADABLE;
  else if (typeof digest === "string") asked.failed = digest;
}

/** Runs `work`, and whatever it starts, as part of the answer to one request. */
export function answering<T>(asked: Asked, work: () => T): T {
  return requests.run(asked, work);
}

/** The request being answered; undefined in a script, in a test and under `next dev`, which has no front door. */
export function askedNow(): Asked | undefined {
  return requests.getStore();
}

/** The id of the request being answered, or null outside one. */
export async function requestId(): Promise<string | null> {
  return askedNow()?.id ?? null;
}

/** Where the request comes from: an IPv4 address or an IPv6 network (/64), to count attempts by. "unknown" outside one. */
export async function clientAddress(): Promise<string> {
  return askedNow()?.address ?? "unknown";
}
