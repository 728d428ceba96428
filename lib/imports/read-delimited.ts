/**
 * Reads comma, semicolon or tab separated text. Text is refused rather than guessed at: a figure or a name that is
 * silently misread is worse than a file sent back.
 */
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setImmediate as nextTurn } from "node:timers/promises";
import { CsvError, type Info, parse } from "csv-parse";
import { CannotRead, type Grid, type GridLimits, gridRows } from "./grid.ts";

/** In order of preference, should two fit equally: a tab is hardly ever typed, a semicolon separates where 1,5 is a number. */
const SEPARATORS = ["\t", ";", ","] as const;
type Separator = (typeof SEPARATORS)[number];

const SAMPLE_CHARACTERS = 64 * 1024;
const CHUNK_CHARACTERS = 16 * 1024;
const SAVE_AGAIN = "Open it in a spreadsheet, save it as “CSV UTF-8”, and upload that.";

/** Every line of the file is a row, blank ones too. Stops at the first row beyond a limit. Throws `CannotRead`. */
export async function readDelimited(bytes: Uint8Array, limits: GridLimits): Promise<Grid> {
  const text = decode(bytes);
  const separator = likelySeparator(text);
  const grid = gridRows(limits);
  let nextLine = 1;
  const parser = parse({
    delimiter: separator,
    record_delimiter: "\n",
    relax_column_count: true,
    on_record: (record: string[], { lines }: Info) => {
      nextLine = lines + 1;
      return record;
    },
  });
  try {
    await pipeline(Readable.from(chunks(text)), parser, async (records: AsyncIterable<string[]>) => {
      let row = 0;
      for await (const record of records) {
        row += 1;
        record.forEach((cell, index) => {
          grid.place({ row, column: index + 1, text: cell });
        });
      }
    });
  } catch (error) {
    throw error instanceof CsvError ? new CannotRead(quotesProblem(error, nextLine)) : error;
  }
  return { format: separator === "\t" ? "tab-separated" : "comma-separated", sheet: null, rows: grid.rows() };
}

/**
 * The separator that splits the most of the text evenly: the same number of times on many lines. Prose above a table has
 * commas too, but not evenly. Comma when nothing separates.
 */
function likelySeparator(text: string): Separator {
  const lines = unquotedLines(text.slice(0, SAMPLE_CHARACTERS));
  let best: { separator: Separator; evenly: number } = { separator: ",", evenly: 0 };
  for (const separator of SEPARATORS) {
    const linesByTimes = new Map<number, number>();
    for (const line of lines) {
      const times = line.split(separator).length - 1;
      linesByTimes.set(times, (linesByTimes.get(times) ?? 0) + 1);
    }
    const evenly = Math.max(0, ...linesByTimes.entries().map(([times, inLines]) => times * inLines));
    if (evenly > best.evenly) best = { separator, evenly };
  }
  return best.separator;
}

/** Without what stands in quotation marks, and without the commas of numbers such as 1,234 beside a tab. */
function unquotedLines(text: string): string[] {
  return text
    .replace(/"[^"]*("|$)/g, "")
    .split("\n")
    .map((line) => (line.includes("\t") ? line.replace(/(?<=\d),(?=\d{3}(?!\d))/g, "") : line));
}

/** Line ends become "\n", so that lines are counted as a person counts them, inside quotes too. */
function decode(bytes: Uint8Array): string {
  const text = decodeStrictly(bytes).replace(/\r\n?/g, "\n");
  if (text.includes("\0")) {
    throw new CannotRead(`This file is neither a workbook (.xlsx) nor plain text. ${SAVE_AGAIN}`);
  }
  if (/^\s*<(!doctype|html|\?xml|head|body|meta|table)\b/i.test(text.slice(0, 1024))) {
    throw new CannotRead(`This is a web page, not a table. ${SAVE_AGAIN}`);
  }
  return text;
}

function decodeStrictly(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new CannotRead(`Some letters or signs in this file, such as £ or é, cannot be read. ${SAVE_AGAIN}`);
  }
}

/** Cuts at line ends only: a cut inside a character of two code units would spoil it. Lets others run in between. */
async function* chunks(text: string): AsyncGenerator<string> {
  for (let start = 0; start < text.length; ) {
    const lineEnd = text.indexOf("\n", start + CHUNK_CHARACTERS);
    const end = lineEnd === -1 ? text.length : lineEnd + 1;
    yield text.slice(start, end);
    await nextTurn();
    start = end;
  }
}

function quotesProblem(error: CsvError, firstLine: number): string {
  if (error.code === "CSV_QUOTE_NOT_CLOSED") {
    return `A quotation mark opens in line ${firstLine} and is never closed. Close it or take it out, and upload the file again.`;
  }
  const lastLine = Number(error.lines);
  const where = lastLine > firstLine ? `between lines ${firstLine} and ${lastLine}` : `in line ${firstLine}`;
  return `The quotation marks ${where} do not pair up. Correct them, and upload the file again.`;
}
