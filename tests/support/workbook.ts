/**
 * Makes small .xlsx files byte by byte, so that a test can say exactly what is in one, wrong things included.
 * `tableWorkbook` is the short way: words and numbers in, a workbook of one sheet out.
 */
import { crc32, deflateRawSync } from "node:zlib";

/** `statedSize` and `statedChecksum` are what the zip claims of the content; `encrypted` only sets the flag that says so. */
export type ZipPart = {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly statedSize?: number;
  readonly statedChecksum?: number;
  readonly encrypted?: boolean;
};

/** XML as it stands in a sheet: `rows` inside sheetData, `before` and `after` on either side of it. */
export type SheetXml = {
  readonly name?: string;
  readonly state?: "visible" | "hidden" | "veryHidden";
  readonly before?: string;
  readonly rows: string;
  readonly after?: string;
};

export type WorkbookXml = {
  readonly sheets: readonly SheetXml[];
  /** Inside each `si`, such as `<t>Apr 21</t>`. */
  readonly sharedTexts?: readonly string[];
  /** A code such as `0.0%`, or the number of a built-in format, for each cell style from 1; style 0 is General. */
  readonly formats?: readonly (string | number)[];
  readonly workbookProperties?: string;
  readonly prologue?: string;
};

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";
const FIRST_OWN_FORMAT = 164;

/** One visible sheet, called Sheet1, of words and numbers under no format. */
export function tableWorkbook(table: readonly (readonly (string | number)[])[]): Uint8Array {
  const cellOf = (cell: string | number) =>
    typeof cell === "number" ? `<c><v>${cell}</v></c>` : `<c t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
  return workbook({ sheets: [{ rows: table.map((row) => `<row>${row.map(cellOf).join("")}</row>`).join("") }] });
}

export function workbook(contents: WorkbookXml): Uint8Array {
  return zip(workbookParts(contents));
}

export function workbookParts({ sheets, sharedTexts = [], formats = [], ...more }: WorkbookXml): ZipPart[] {
  const named = sheets.map((sheet, index) => ({
    name: `Sheet${index + 1}`,
    state: "visible",
    id: `s${index + 1}`,
    ...sheet,
  }));
  const list = named.map(
    ({ name, state, id }, index) =>
      `<sheet name="${escaped(name)}" sheetId="${index + 1}" state="${state}" r:id="${id}"/>`,
  );
  const sheetRelations = named.map(({ id }) => relation(id, "worksheet", `worksheets/${id}.xml`));
  const codes = formats.map((format, index) => (typeof format === "number" ? format : FIRST_OWN_FORMAT + index));
  const ownCodes = formats.map((format, index) =>
    typeof format === "number" ? "" : `<numFmt numFmtId="${codes[index]}" formatCode="${escaped(format)}"/>`,
  );
  const styles = [0, ...codes].map((code) => `<xf numFmtId="${code}"/>`).join("");
  return [
    part(
      "_rels/.rels",
      `<Relationships xmlns="${PACKAGE}">${relation("w", "officeDocument", "xl/workbook.xml")}</Relationships>`,
    ),
    part(
      "xl/_rels/workbook.xml.rels",
      `<Relationships xmlns="${PACKAGE}">${relation("t", "sharedStrings", "sharedStrings.xml")}${relation("f", "styles", "styles.xml")}${sheetRelations.join("")}</Relationships>`,
    ),
    part(
      "xl/workbook.xml",
      `${more.prologue ?? ""}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIP}">${more.workbookProperties ?? ""}<sheets>${list.join("")}</sheets></workbook>`,
    ),
    part(
      "xl/sharedStrings.xml",
      `<sst xmlns="${MAIN}">${sharedTexts.map((text) => `<si>${text}</si>`).join("")}</sst>`,
    ),
    part(
      "xl/styles.xml",
      `<styleSheet xmlns="${MAIN}"><numFmts>${ownCodes.join("")}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${styles}</cellXfs></styleSheet>`,
    ),
    ...named.map(({ id, before = "", rows, after = "" }) =>
      part(
        `xl/worksheets/${id}.xml`,
        `<worksheet xmlns="${MAIN}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`,
      ),
    ),
  ];
}

/** A zip of deflated parts (APPNOTE 6.3.10, 4.3). */
export function zip(parts: readonly ZipPart[]): Uint8Array {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, statedSize, statedChecksum, encrypted = false } of parts) {
    const bytes = Buffer.from(content as string);
    const packed = deflateRawSync(bytes);
    const file = Buffer.from(name);
    const sizes = [statedChecksum ?? crc32(bytes), packed.length, statedSize ?? bytes.length];
    const common = [numbers(2, [20, encrypted ? 1 : 0, 8, 0, 0]), numbers(4, sizes), numbers(2, [file.length, 0])];
    const header = Buffer.concat([numbers(4, [0x04034b50]), ...common, file, packed]);
    files.push(header);
    directory.push(numbers(4, [0x02014b50]), numbers(2, [20]), ...common);
    directory.push(numbers(2, [0, 0, 0]), numbers(4, [0, offset]), file);
    offset += header.length;
  }
  const list = Buffer.concat(directory);
  const end = [numbers(4, [0x06054b50]), numbers(2, [0, 0, parts.length, parts.length])];
  return new Uint8Array(Buffer.concat([...files, list, ...end, numbers(4, [list.length, offset]), numbers(2, [0])]));
}

function numbers(width: 2 | 4, values: readonly number[]): Buffer {
  const buffer = Buffer.alloc(width * values.length);
  values.forEach((value, index) => {
    buffer.writeUIntLE(value, index * width, width);
  });
  return buffer;
}

function part(name: string, content: string): ZipPart {
  return { name, content: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${content}` };
}

function relation(id: string, kind: string, target: string): string {
  return `<Relationship Id="${id}" Type="${RELATIONSHIP}/${kind}" Target="${target}"/>`;
}

function escaped(text: string): string {
  return text.replace(/[&<"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
