import { expect, test } from "vitest";
import { returnForm } from "#lib/people/return-schema.ts";

test.each(["/", "/dashboard", "/dashboard?month=2022-03", "/indicators/E01", "/a//b", "/search?q=%2F%2F"])(
  "%s is a page of the portal to go back to",
  (path) => {
    expect(returnForm.safeParse({ path }).success).toBe(true);
    expect(new URL(path, "https://portal.example").host).toBe("portal.example");
  },
);

test.each([
  "",
  "dashboard",
  "//evil.example",
  "/\\evil.example",
  "/\t/evil.example",
  "https://evil.example",
  "/ä",
  "/a b",
])("%j is not", (path) => {
  expect(returnForm.safeParse({ path }).success).toBe(false);
});
