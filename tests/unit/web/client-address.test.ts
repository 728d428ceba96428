import { describe, expect, test } from "vitest";
import { clientAddressOf } from "#lib/web/client-address.ts";

describe("who asks", () => {
  test.each([
    ["with no proxy is who is connected", "203.0.113.9", undefined, 0, "203.0.113.9"],
    ["with no proxy is not what the client writes", "203.0.113.9", "192.0.2.1", 0, "203.0.113.9"],
    ["behind a proxy is whom the proxy saw", "10.0.0.1", "192.0.2.1", 1, "192.0.2.1"],
    ["behind a proxy is not what the client wrote before it", "10.0.0.1", "198.51.100.7, 192.0.2.1", 1, "192.0.2.1"],
    ["behind two proxies is whom the outer one saw", "10.0.0.1", "6.6.6.6, 192.0.2.1, 10.0.0.2", 2, "192.0.2.1"],
    ["who came round the outer proxy is whom the inner one saw", "10.0.0.1", "192.0.2.1", 2, "192.0.2.1"],
    ["behind a proxy that tells nothing is the proxy", "10.0.0.1", undefined, 1, "10.0.0.1"],
    ["behind a proxy that tells nonsense is the proxy", "10.0.0.1", "<script>", 1, "10.0.0.1"],
    ["may be told with a port", "10.0.0.1", "192.0.2.1:4711", 1, "192.0.2.1"],
    ["may be told in brackets", "10.0.0.1", "[2001:db8:1:2:3:4:5:6]:4711", 1, "2001:db8:1:2::/64"],
    ["is IPv4 though the socket says it the long way", "::ffff:203.0.113.9", undefined, 0, "203.0.113.9"],
    ["counts a network of IPv6 as one", "2001:db8:1:2:ffff::9", undefined, 0, "2001:db8:1:2::/64"],
    [
      "counts the same network as the same, however written",
      "2001:0db8:0001:0002::1",
      undefined,
      0,
      "2001:db8:1:2::/64",
    ],
    ["may be this machine", "::1", undefined, 0, "0:0:0:0::/64"],
    ["is unknown when nobody is connected any more", undefined, undefined, 0, "unknown"],
  ])("%s", (_what, socket, forwarded, proxies, address) => {
    expect(clientAddressOf(socket, forwarded, proxies)).toBe(address);
  });
});
