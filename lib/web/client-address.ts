import { isIP } from "node:net";

/**
 * Who asks: the address that the outermost of our own proxies saw. Each proxy appends the one it was asked by to
 * X-Forwarded-For, so with `proxies` of ours in front only that many entries from the right are true; what stands left of
 * them is whatever the client wrote. With none, the header is not looked at.
 */
export function clientAddressOf(socket: string | undefined, forwarded: string | undefined, proxies: number): string {
  const told = (forwarded ?? "").split(",").map((entry) => entry.trim());
  const chain = [...told.filter(Boolean), socket ?? ""].reverse();
  const found = withoutPort(chain[Math.min(proxies, chain.length - 1)] ?? "");
  return network(isIP(found) ? found : withoutPort(socket ?? ""));
}

/** Some proxies write the port too: 192.0.2.1:4711, [2001:db8::1]:4711. */
function withoutPort(address: string): string {
  return address.replace(/^\[(.*)\](:\d+)?$/, "$1").replace(/^([\d.]+):\d+$/, "$1");
}

/** A household or an office has a /64 of IPv6 to itself, so its addresses count as one. */
function network(address: string): string {
  const version = isIP(address);
  if (version === 0) return "unknown";
  if (version === 4) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  return mapped ?? `${groups(address).slice(0, 4).join(":")}::/64`;
}

function groups(address: string): string[] {
  const [before = "", after] = address.replace(/%.*$/, "").split("::");
  const left = before.split(":").filter(Boolean);
  const right = (after ?? "").split(":").filter(Boolean);
  const missing = after === undefined ? 0 : 8 - left.length - right.length;
  const all = [...left, ...Array<string>(Math.max(0, missing)).fill("0"), ...right];
  return all.map((group) => Number.parseInt(group, 16).toString(16));
}
