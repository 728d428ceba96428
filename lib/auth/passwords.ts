/**
 * Passwords, hashed with argon2id as OWASP's password storage cheat sheet asks (19 MiB, two passes, one lane). A hash
 * fills a core for its whole time, so no more run at once than there are cores; the rest wait in turn.
 */
import { availableParallelism } from "node:os";
import { type Options, hash as rawHash, verify as rawVerify } from "@node-rs/argon2";
import { makeTurns } from "./turns.ts";

// The algorithm is argon2id by default; its name is a const enum, which type stripping cannot read.
const COST: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const MOST_WAITING = 200;

/** A hash of 32 random bytes that nobody kept, at the same cost: whoever is unknown takes as long as whoever is not. */
const NOBODY = "$argon2id$v=19$m=19456,t=2,p=1$4D0QMYmU0YhpASl7jFwHuw$Q9he50yMYxd365ThPyfbhc4t/CDgHfahR13Z0EphX/A";

const inTurn = makeTurns(availableParallelism(), MOST_WAITING);

/** The PHC string to keep. Two keyboards that write the same letter in two ways give the same password (NFKC). */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => rawHash(password.normalize("NFKC"), COST));
}

/** Whether the password is the one that was hashed. Null, for somebody unknown, takes the same time and is never right. */
export async function verifyPassword(hash: string | null, password: string): Promise<boolean> {
  const right = await inTurn(() => rawVerify(hash ?? NOBODY, password.normalize("NFKC")));
  return hash !== null && right;
}
