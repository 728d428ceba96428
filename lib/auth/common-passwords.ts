import "server-only";

let held: Promise<ReadonlySet<string>> | undefined;

/** The 49,000 passwords that are tried first, in lower case. Read when the first password is set: they are 400 kB. */
export function commonPasswords(): Promise<ReadonlySet<string>> {
  held ??= import("@zxcvbn-ts/language-common").then(({ dictionary }) => new Set(dictionary["passwords-common"]));
  return held;
}
