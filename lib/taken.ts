import "server-only";
import { RuleBroken } from "#lib/errors.ts";
import { Prisma } from "#prisma/generated/client.ts";

/** The unique or exclusion constraint that stops two people from making the same thing at once, said as the rule it is. */
export async function isTaken<T>(making: Promise<T>, sentence: string): Promise<T> {
  try {
    return await making;
  } catch (error) {
    if (!(error instanceof Prisma.PrismaClientKnownRequestError && /^P200[24]$/.test(error.code))) throw error;
    throw new RuleBroken("", sentence);
  }
}
