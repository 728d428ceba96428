/**
 * Finds the one table in an .xlsx workbook: the only visible worksheet that holds something. With two, which one was
 * meant is a guess, so the file goes back. Macros, links to other workbooks and charts are never opened.
 */
import { isTrue } from "./cell-text.ts";
import { CannotRead, count, type Grid, type GridLimits, gridRows } from "./grid.ts";
import { type WorksheetSource, worksheetReader } from "./read-worksheet.ts";
import type { Epoch } from "./serial-date.ts";
import { type Relation, readFormats, readRelations, readSharedTexts } from "./workbook-contents.ts";
import { openWorkbookParts, type WorkbookParts } from "./workbook-parts.ts";
import { damaged } from "./workbook-xml.ts";

const MOST_SHEETS = 255;
const LONGEST_SHEET_NAME = 255;
const ALONE = "Copy the table into a new workbook on its own, and upload that.";
const AS_TABLE = "Save the table as an Excel workbook (.xlsx) or as “CSV UTF-8”, and upload that.";

type Sheet = { readonly name: string; readonly part: string };
type Contents = Omit<WorksheetSource, "place">;

/** Throws `CannotRead`. */
export async function readWorkbook(bytes: Uint8Array, limits: GridLimits): Promise<Grid> {
  const parts = await openWorkbookParts(bytes, limits);
  const workbookPart = await findWorkbookPart(parts);
  const relations = await readRelations(parts, workbookPart);
  const { epoch, sheets } = await readVisibleSheets(parts, workbookPart, relations);
  const partOf = (kind: string) => relations.values().find((relation) => relation.kind === kind)?.part;
  const contents: Contents = {
    sharedTexts: await readSharedTexts(parts, partOf("sharedStrings")),
    formats: await readFormats(parts, partOf("styles"), epoch),
  };
  const sheet = await findTable(parts, sheets, contents);
  const grid = gridRows(limits);
  const reader = worksheetReader({ ...contents, place: grid.place });
  await parts.read(sheet.part, reader);
  reader.refuseUnchecked();
  return { format: "workbook", sheet: sheet.name, rows: grid.rows() };
}

async function findWorkbookPart(parts: WorkbookParts): Promise<string> {
  const relations = parts.has("_rels/.rels") ? await readRelations(parts, "") : new Map<string, Relation>();
  const part = relations.values().find(({ kind }) => kind === "officeDocument")?.part;
  if (part?.endsWith(".xml") && parts.has(part)) return part;
  const found = part?.endsWith(".bin")
    ? "This is a binary workbook (.xlsb)"
    : "This is a zip file, but no Excel workbook";
  throw new CannotRead(`${found}. ${AS_TABLE}`);
}

async function readVisibleSheets(parts: WorkbookParts, workbookPart: string, relations: Map<string, Relation>) {
  let isWorkbook = false;
  let epoch: Epoch = "1900";
  const sheets: Sheet[] = [];
  await parts.read(workbookPart, {
    open(name, attribute, parent) {
      if (name === "workbook") isWorkbook = true;
      if (name === "workbookPr" && isTrue(attribute("date1904"))) epoch = "1904";
      if (name !== "sheet" || parent !== "sheets" || (attribute("state") ?? "visible") !== "visible") return;
      const relation = relations.get(attribute("id") ?? "");
      const sheetName = attribute("name") ?? "";
      if (relation === undefined || sheetName.length > LONGEST_SHEET_NAME) throw damaged();
      if (relation.kind === "worksheet") sheets.push({ name: sheetName, part: relation.part });
      if (sheets.length > MOST_SHEETS)
        throw new CannotRead(`This workbook has more than ${MOST_SHEETS} sheets. ${ALONE}`);
    },
  });
  if (!isWorkbook) throw new CannotRead(`This is an Office file, but no workbook. ${AS_TABLE}`);
  return { epoch, sheets };
}

async function findTable(parts: WorkbookParts, sheets: readonly Sheet[], contents: Contents): Promise<Sheet> {
  const holding: Sheet[] = [];
  for (const sheet of sheets) {
    let holdsSomething = false;
    const place = () => {
      holdsSomething = true;
    };
    await parts.read(sheet.part, { ...worksheetReader({ ...contents, place }), done: () => holdsSomething });
    if (holdsSomething) holding.push(sheet);
  }
  const [only] = holding;
  if (only === undefined)
    throw new CannotRead("This workbook has no visible sheet with anything on it. Choose another.");
  if (holding.length > 1) {
    throw new CannotRead(`This workbook has ${count(holding.length)} sheets that hold something. ${ALONE}`);
  }
  return only;
}
