import "server-only";
import { createHash } from "node:crypto";
import { audit } from "#lib/audit.ts";
import { NotAllowed, RuleBroken } from "#lib/errors.ts";
import { uuidv7 } from "#lib/ids.ts";
import type { Scope } from "#lib/scope.ts";
import { canImport } from "./policy.ts";
import { readImport } from "./read-import.ts";
import type { ConfirmInput, ImportKind } from "./schema.ts";
import { storeMonthly, storeNational } from "./store-commands.ts";
import { cleanFileName } from "./upload-rules.ts";

export type ReadInInput = { readonly fileName: string; readonly bytes: Uint8Array; readonly kind: ImportKind };

/**
 * Keeps a file that was understood (read-import.ts says as what) until its reader confirms it. Nothing of it is a figure
 * before that. The same file, still waiting, is not kept twice.
 */
export async function readIn(scope: Scope, { fileName, bytes, kind }: ReadInInput): Promise<{ importId: string }> {
  const { actor, db } = scope;
  if (!canImport(actor)) throw new NotAllowed();
  const own = { areaId: actor.areaId, readById: actor.roleId };
  const file = { fileName: cleanFileName(fileName), sha256: createHash("sha256").update(bytes).digest("hex") };
  const waiting = await db.import.findFirst({
    where: { ...own, ...file, confirmedAt: null },
    select: { id: true },
  });
  if (waiting) return { importId: waiting.id };
  const importId = uuidv7();
  await db.import.createMany({
    data: {
      ...own,
      ...file,
      id: importId,
      kind,
      byteSize: bytes.length,
      contents: new Uint8Array(bytes),
      readAt: new Date(),
    },
  });
  await audit(scope, "read in a file", `import ${importId}`);
  return { importId };
}

/**
 * Stores what a waiting file says, all of it in this transaction: its contents are read again, and what is stored is what
 * the page showed, or nothing. A file confirmed already is left as it is.
 */
export async function confirmImport(scope: Scope, input: ConfirmInput): Promise<{ importId: string }> {
  const { actor, db, today } = scope;
  if (!canImport(actor)) throw new NotAllowed();
  const { importId } = input;
  const own = { id: importId, areaId: actor.areaId, readById: actor.roleId };
  // The row's lock: of two confirmations at once, the second waits here and then finds the file confirmed.
  const claimed = await db.import.updateMany({
    where: { ...own, confirmedAt: null },
    data: { confirmedAt: new Date() },
  });
  const file = await db.import.findFirst({ where: own, select: { fileName: true, contents: true } });
  if (!file) throw new NotAllowed();
  if (claimed.count === 0) return { importId };
  const read = await readImport(file.contents, today.toString());
  if ("refusals" in read) throw new RuleBroken("", "This file can no longer be read. Upload it again.");
  const figures =
    read.kind === "monthly table"
      ? await storeMonthly(scope, { ...input, fileName: file.fileName }, read.table)
      : await storeNational(scope, input, read.table);
  await audit(scope, "confirmed an import", `import ${importId}: ${figures} figures`);
  return { importId };
}
