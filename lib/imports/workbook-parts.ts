/**
 * Reads the parts of an .xlsx file, which is a zip of XML, in a stream: never a part as a whole, never more than the limit.
 *
 * Sizes that a zip states are not believed: bytes are counted as they are inflated, so a file made to burst stops at the
 * limit.
 */
import { crc32 } from "node:zlib";
import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";
import { CannotRead, type GridLimits, megabytes } from "./grid.ts";
import { damaged, type XmlReader, xmlParser } from "./workbook-xml.ts";

const MOST_PARTS = 5_000;

export type WorkbookParts = {
  has(part: string): boolean;
  /** Throws `CannotRead` where the part is missing, damaged, locked, or beyond the limit. */
  read(part: string, reader: XmlReader): Promise<void>;
};

/** The limit counts over all parts read. Throws `CannotRead` for a zip that cannot be opened. */
export async function openWorkbookParts(bytes: Uint8Array, limits: GridLimits): Promise<WorkbookParts> {
  const { zip, entries } = await openZip(bytes);
  let unpacked = 0;
  return {
    has: (part) => entries.has(part.toLowerCase()),
    async read(part, reader) {
      const entry = entries.get(part.toLowerCase());
      if (entry === undefined) throw damaged();
      const xml = xmlParser(reader);
      const decoder = new TextDecoder("utf-8", { fatal: true });
      for await (const chunk of inflated(zip, entry)) {
        unpacked += chunk.length;
        if (unpacked > limits.unpackedBytes) throw tooLarge(limits);
        xml.write(decoded(decoder, chunk));
        if (reader.done?.()) return;
      }
      xml.write(decoded(decoder)).close();
    },
  };
}

/** Part names do not tell capitals from small letters (ECMA-376 part 2, 6.2.2.3). */
async function openZip(bytes: Uint8Array): Promise<{ zip: ZipFile; entries: Map<string, Entry> }> {
  const entries = new Map<string, Entry>();
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileName.toLowerCase();
      if (entries.has(name) || entries.size === MOST_PARTS) throw damaged();
      entries.set(name, entry);
    }
    return { zip, entries };
  } catch {
    throw damaged();
  }
}

async function* inflated(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  if (entry.isEncrypted()) {
    throw new CannotRead(
      "This workbook is protected by a password. Save a copy without the password, and upload that.",
    );
  }
  let checksum = 0;
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      checksum = crc32(chunk, checksum);
      yield chunk;
    }
  } catch {
    throw damaged();
  }
  if (checksum !== entry.crc32) throw damaged();
}

function decoded(decoder: TextDecoder, chunk?: Buffer): string {
  try {
    return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
  } catch {
    throw damaged();
  }
}

function tooLarge(limits: GridLimits): CannotRead {
  const most = megabytes(limits.unpackedBytes);
  return new CannotRead(`This workbook unpacks to more than ${most}. Copy the table into a new workbook on its own.`);
}
