/**
 * Codes of the second step, for whoever is to show that it is they. A code works once: of two parallel uses exactly one
 * changes the row, and the other finds it changed.
 */
import "server-only";
import { randomBytes } from "node:crypto";
import { audit, type OnBehalf } from "#lib/audit.ts";
import { keyedHash, seal, unseal } from "#lib/auth/keys.ts";
import { stepAt, stepsOff } from "#lib/auth/totp.ts";
import type { SystemScope } from "#lib/scope.ts";
import {
  codeProblem,
  RECOVERY_ALPHABET,
  RECOVERY_CODES,
  RECOVERY_LENGTH,
  readCode,
  STEPS_LOOKED_AT,
  USED_CODE,
  WRONG_CODE,
} from "./second-step-rules.ts";

/** Uses a code of the app or a recovery code. Null when it was right, and is spent; else the sentence that refuses it. */
export async function refusalOfCode(scope: SystemScope, who: OnBehalf, typed: string): Promise<string | null> {
  const read = readCode(typed);
  if (!read) return WRONG_CODE;
  return read.kind === "app" ? spendAppCode(scope, who.personId, read.code) : spendRecoveryCode(scope, who, read.code);
}

async function spendAppCode({ db }: SystemScope, personId: string, code: string): Promise<string | null> {
  const step = await db.secondStep.findFirst({
    where: { personId, confirmedAt: { not: null } },
    select: { secret: true },
  });
  const secret = step && unseal("second step", step.secret, personId);
  if (!secret) return WRONG_CODE;
  const now = stepAt(new Date());
  const off = stepsOff(secret, code, now, STEPS_LOOKED_AT);
  const problem = codeProblem(off);
  if (problem !== null || off === null) return problem;
  const lastStep = now + off;
  const spent = await db.secondStep.updateMany({
    where: { personId, OR: [{ lastStep: null }, { lastStep: { lt: lastStep } }] },
    data: { lastStep },
  });
  return spent.count === 1 ? null : USED_CODE;
}

async function spendRecoveryCode(scope: SystemScope, who: OnBehalf, code: string): Promise<string | null> {
  const { personId } = who;
  const codeHash = hashCode(personId, code);
  const spent = await scope.db.recoveryCode.updateMany({
    where: { personId, codeHash, endedAt: null },
    data: { endedAt: new Date() },
  });
  if (spent.count !== 1) return WRONG_CODE;
  await audit(scope, "used a recovery code", `person ${personId}`, { onBehalf: who });
  return null;
}

/** Whether a code proves that the app has taken up this secret: the step it belongs to, or the sentence that refuses it. */
export function proveSecret(secret: Uint8Array, typed: string): number | string {
  const read = readCode(typed);
  const now = stepAt(new Date());
  const off = read?.kind === "app" ? stepsOff(secret, read.code, now, STEPS_LOOKED_AT) : null;
  if (off === null) return "This code is not right. Enter the six digits that your app shows now for the portal.";
  return codeProblem(off) ?? now + off;
}

/** Keeps a proved secret in place of any former one, whose recovery codes end. Answers with new recovery codes. */
export async function keepSecondStep(
  scope: SystemScope,
  who: OnBehalf,
  secret: Uint8Array,
  lastStep: number,
): Promise<readonly string[]> {
  const sealed = seal("second step", secret, who.personId);
  await scope.db.$executeRaw`insert into second_step (person_id, secret, confirmed_at, last_step)
    values (${who.personId}::uuid, ${sealed}, now(), ${lastStep})
    on conflict (person_id) do update set secret = excluded.secret, confirmed_at = now(), last_step = excluded.last_step`;
  await audit(scope, "set up a second step", `person ${who.personId}`, { onBehalf: who });
  return makeCodes(scope, who.personId);
}

/** New recovery codes in place of those before. They are shown once: what is kept is a keyed hash. */
export async function makeRecoveryCodes(scope: SystemScope, who: OnBehalf): Promise<readonly string[]> {
  await audit(scope, "made new recovery codes", `person ${who.personId}`, { onBehalf: who });
  return makeCodes(scope, who.personId);
}

async function makeCodes({ db }: SystemScope, personId: string): Promise<readonly string[]> {
  // Two at once would leave twenty: the second waits for the first.
  await db.$queryRaw`select 1 as one from second_step where person_id = ${personId}::uuid for update`;
  const now = new Date();
  await db.recoveryCode.updateMany({ where: { personId, endedAt: null }, data: { endedAt: now } });
  const codes = Array.from({ length: RECOVERY_CODES }, newCode);
  await db.recoveryCode.createMany({
    data: codes.map((code) => ({ personId, codeHash: hashCode(personId, code), madeAt: now })),
  });
  return codes;
}

/** 60 random bits: too many to try, so a fast hash is enough. */
function newCode(): string {
  return [...randomBytes(RECOVERY_LENGTH)].map((byte) => RECOVERY_ALPHABET[byte % RECOVERY_ALPHABET.length]).join("");
}

function hashCode(personId: string, code: string): Uint8Array<ArrayBuffer> {
  return keyedHash("recovery code", `${personId} ${code}`);
}
