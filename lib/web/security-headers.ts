/** What a browser may do with an answer of ours. No header here decides who sees what. */

/**
 * Scripts and styles written into the page go by the nonce, files by being ours: nothing that somebody sent us is ever
 * served as one. Not 'strict-dynamic', under which a script of ours could be brought to add any other. No style attribute
 * in what the server writes; those that React and Recharts set in the browser are no matter of this policy.
 */
function pagePolicy(nonce: string, secure: boolean): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    ...(secure ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}

/** For what is no page: a file, a payload, a redirect. Opened by itself it may do nothing. */
const NO_PAGE = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Next.js reads the nonce for its own scripts from this header of the request. */
export function contentPolicy(isPage: boolean, nonce: string, secure: boolean): string {
  return isPage ? pagePolicy(nonce, secure) : NO_PAGE;
}

const UNUSED = ["accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "magnetometer", "microphone"];
const UNUSED_TOO = [
  "midi",
  "payment",
  "publickey-credentials-get",
  "screen-wake-lock",
  "serial",
  "usb",
  "xr-spatial-tracking",
];

/**
 * The same on every answer. Referrer-Policy is same-origin and not no-referrer: under that, browsers send `Origin: null`
 * with a plain form (Fetch, "append a request Origin header"), and every form without script would be refused.
 */
export function standingHeaders(secure: boolean): Readonly<Record<string, string>> {
  return {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "permissions-policy": [...UNUSED, ...UNUSED_TOO].map((name) => `${name}=()`).join(", "),
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "x-dns-prefetch-control": "off",
    ...(secure ? { "strict-transport-security": "max-age=31536000" } : {}),
  };
}
