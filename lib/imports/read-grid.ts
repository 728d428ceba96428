/**
 * Turns an uploaded file into a grid of cells. What the file is called decides nothing: its first bytes do, because
 * names are wrong often (a web page saved as .xls, a workbook renamed .csv).
 */
import { CannotRead, count, GRID_LIMITS, type Grid, type GridLimits, megabytes, type Unreadable } from "./grid.ts";
import { readDelimited } from "./read-delimited.ts";
import { readWorkbook } from "./read-workbook.ts";

const SAVE_AS_TABLE = "Save the table as an Excel workbook (.xlsx) or as “CSV UTF-8”, and upload that.";

/** First bytes, in hexadecimal, of the files people take for a table. */
const NOT_TABLES: readonly (readonly [start: string, what: string])[] = [
  ["255044462d", "a PDF"],
  ["89504e47", "a picture"],
  ["ffd8ff", "a picture"],
  ["47494638", "a picture"],
  ["49492a00", "a picture"],
  ["4d4d002a", "a picture"],
  ["7b5c727466", "a Word (rich text) document"],
  ["1f8b", "a compressed file"],
  ["377abcaf", "a compressed file"],
  ["52617221", "a compressed file"],
];

/** Zip local header, and the end record of a zip with nothing in it. */
const ZIP = ["504b0304", "504b0506"];
/** Compound File Binary, [MS-CFB] 2.2: Office before 2007, and the wrapper round an encrypted workbook. */
const COMPOUND_FILE = "d0cf11e0a1b11ae1";

/**
 * Reads a CSV, tab-separated or .xlsx file; holds the file, its text and the grid, never more. Text is trimmed of white
 * space. Never throws for what a file holds: it says what is wrong in a sentence.
 */
export async function readGrid(bytes: Uint8Array, limits: GridLimits = GRID_LIMITS): Promise<Grid | Unreadable> {
  try {
    refuseBySize(bytes, limits);
    const start = Buffer.from(bytes.subarray(0, 8)).toString("hex");
    refuseByKind(bytes, start);
    const isZip = ZIP.some((signature) => start.startsWith(signature));
    const grid = await (isZip ? readWorkbook(bytes, limits) : readDelimited(bytes, limits));
    if (grid.rows.length === 0) throw new CannotRead("This file has no words or figures in it. Choose another file.");
    return grid;
  } catch (error) {
    if (error instanceof CannotRead) return { problem: error.message };
    throw error;
  }
}

function refuseBySize(bytes: Uint8Array, limits: GridLimits): void {
  if (bytes.length === 0) throw new CannotRead("This file is empty. Choose another file.");
  if (bytes.length > limits.bytes) {
    const found = `This file is ${megabytes(bytes.length)} (${count(bytes.length)} bytes)`;
    throw new CannotRead(`${found}; the most is ${megabytes(limits.bytes)}. Keep only the table, or split it.`);
  }
}

function refuseByKind(bytes: Uint8Array, start: string): void {
  if (start === COMPOUND_FILE) throw new CannotRead(compoundFileProblem(bytes));
  const kind = NOT_TABLES.find(([signature]) => start.startsWith(signature));
  if (kind) throw new CannotRead(`This is ${kind[1]}, not a table. ${SAVE_AS_TABLE}`);
}

/** An encrypted workbook is a compound file with a stream of this name, [MS-OFFCRYPTO] 2.3.4.4; names are UTF-16. */
function compoundFileProblem(bytes: Uint8Array): string {
  const encrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(
    "EncryptedPackage",
    0,
    "utf16le",
  );
  return encrypted
    ? "This workbook is protected by a password. Save a copy without the password, and upload that."
    : `This is an older Office file, such as .xls, which cannot be read here. ${SAVE_AS_TABLE}`;
}
