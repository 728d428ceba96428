import path from "node:path";
import { expect, test } from "vitest";
import { routePatterns } from "#lib/web/route-patterns.ts";

const routeOf = routePatterns(path.join(import.meta.dirname, "../../.."));

test.each([
  ["/", "/"],
  ["/dashboard", "/dashboard"],
  ["/indicators/E01", "/indicators/[code]"],
  ["/indicators/E01/submit", "/indicators/[code]/submit"],
  ["/imports/new", "/imports/new"],
  ["/imports/0198a1c2-0000-7000-8000-000000000000", "/imports/[importId]"],
  ["/imports/upload", "/imports/upload"],
  ["/api/health", "/api/health"],
  ["/icon.svg", "/icon"],
  ["/_next/static/chunks/1812lgtlk2sdh.js", "/_next/static/[file]"],
  ["/imports/", "unknown"],
  ["/Amira%20Hussain", "unknown"],
  ["/dashboard/Amira", "unknown"],
  ["", "unknown"],
])("what is asked at %j is written down as %j", (asked, route) => {
  expect(routeOf(asked)).toBe(route);
});
