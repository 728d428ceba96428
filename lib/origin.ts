import { env, LOOPBACK } from "#lib/env.ts";

/**
 * Whether a request came from one of our own pages, by its Origin header. The demonstration answers to every name of this
 * machine (localhost, 127.0.0.1), on its own port; anywhere else there is one address.
 */
export function isOwnOrigin(origin: string | null): boolean {
  if (origin === env().origin) return true;
  const address = origin === null ? null : URL.parse(origin);
  if (!address || !env().demo) return false;
  return LOOPBACK.includes(address.hostname.replace(/^\[|\]$/g, "")) && address.port === new URL(env().origin).port;
}
