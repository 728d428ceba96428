import { describe, expect, test } from "vitest";
import { LARGEST_FORM_BYTES, refusalOf, UPLOAD } from "#lib/web/refusal-rules.ts";

const get = { method: "GET", url: "/dashboard?month=2022-03", ownOrigin: false, length: Number.NaN };
const form = { method: "POST", url: "/sign-in", ownOrigin: true, length: 100 };

describe("a request goes on to its page", () => {
  test.each([
    ["a page that is opened", get],
    [
      "a page in another script and a percent sign",
      { ...get, url: "/progress?area=%D0%9A%D0%B8%D1%97%D0%B2%20100%25" },
    ],
    ["a form of ours", form],
    ["a form as long as a form may be", { ...form, length: LARGEST_FORM_BYTES }],
    ["a form that does not say how long it is", { ...form, length: Number.NaN }],
    ["a file, however long: it is counted as it comes", { ...form, url: `${UPLOAD}?x=1`, length: 1e9 }],
  ])("%s", (_what, sent) => {
    expect(refusalOf(sent)).toBeNull();
  });
});

describe("a request is refused with a sentence", () => {
  test.each([
    ["another method", { ...get, method: "PUT" }, 405],
    ["TRACE, which would give cookies back", { ...get, method: "TRACE" }, 405],
    ["a NUL in the path", { ...get, url: "/indicators/%00" }, 400],
    ["a NUL in the query", { ...get, url: "/progress?area=a%00" }, 400],
    ["half a character", { ...get, url: "/progress?area=%ED%A0%80" }, 400],
    ["a percent sign that stands for nothing", { ...get, url: "/%zz" }, 400],
    ["an address of another machine", { ...get, url: "http://evil.example/" }, 400],
    ["a form of another site", { ...form, ownOrigin: false }, 403],
    ["a file of another site", { ...form, url: UPLOAD, ownOrigin: false }, 403],
    ["a form one byte too long", { ...form, length: LARGEST_FORM_BYTES + 1 }, 413],
    ["a form to what only begins like the upload", { ...form, url: `${UPLOAD}s`, length: 1e9 }, 413],
  ])("%s", (_what, sent, status) => {
    const refusal = refusalOf(sent);
    expect(refusal).toMatchObject({ status });
    expect(refusal?.what).toMatch(/^[A-Z].*\.$/);
  });
});
