/**
 * What PORTAL_SECRET is used for, each purpose with a key of its own (HKDF, RFC 5869): one use never weakens another. A
 * new PORTAL_SECRET ends every session, and everybody sets up their second step again.
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { env } from "#lib/env.ts";

const ALGORITHM = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

type Purpose = "sign-in brake" | "second step" | "candidate for a second step" | "recovery code";
type Bytes = Uint8Array<ArrayBuffer>;

function keyFor(purpose: Purpose): Buffer {
  return Buffer.from(hkdfSync("sha256", env().secret, "", `portal: ${purpose}`, 32));
}

/** A keyed hash (HMAC-SHA-256, 32 bytes): whoever reads it cannot try out what it was made of. */
export function keyedHash(purpose: Purpose, text: string): Bytes {
  return new Uint8Array(createHmac("sha256", keyFor(purpose)).update(text).digest());
}

/** Seals bytes (AES-256-GCM). `about` is whose they are: moved to somebody else's row they do not open. */
export function seal(purpose: Purpose, bytes: Uint8Array, about: string): Bytes {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, keyFor(purpose), nonce).setAAD(Buffer.from(about));
  return new Uint8Array(Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]));
}

/** What was sealed, or null when it was not sealed by this portal, for this purpose and about this. */
export function unseal(purpose: Purpose, sealed: Uint8Array, about: string): Bytes | null {
  const nonce = sealed.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv(ALGORITHM, keyFor(purpose), nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(about)).setAuthTag(sealed.subarray(-TAG_BYTES));
  try {
    const opened = decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES));
    return new Uint8Array(Buffer.concat([opened, decipher.final()]));
  } catch {
    return null;
  }
}
