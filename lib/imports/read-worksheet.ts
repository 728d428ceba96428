/**
 * Reads one worksheet's XML into cells (ECMA-376 part 1, 18.3). Only what a person can check on the sheet is taken: a
 * formula, a merged cell, or a hidden row or column that holds something sends the workbook back, with the addresses.
 */
import { cellText, isShownText, isTrue } from "./cell-text.ts";
import { CannotRead, type Cell, cellAddress, columnName, count } from "./grid.ts";
import type { NumberFormat } from "./number-format.ts";
import { damaged, type XmlReader } from "./workbook-xml.ts";

export type WorksheetSource = {
  readonly sharedTexts: readonly string[];
  readonly formats: readonly NumberFormat[];
  /** Takes each cell that holds something, in order; may throw to stop. */
  readonly place: (cell: Cell) => void;
};

const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;
const NAMED_AT_MOST = 5;

/**
 * Cells must come in order, as the standard has them; otherwise the same sheet could be read in two ways. After the
 * reading, `refuseUnchecked` throws `CannotRead` for what a person could not check.
 */
export function worksheetReader(source: WorksheetSource): XmlReader & { refuseUnchecked(): void } {
  const formulas = places();
  const merged = places();
  const hiddenRows = places();
  const hiddenColumns = places();
  const hiddenAndUnnamed = new Set<number>();
  let lastColumnDescribed = 0;
  let row = { number: 0, hidden: false };
  let cell = { column: 0, type: "n", style: 0, text: "", formula: false };
  let inText = false;

  function endCell(): void {
    const { column, formula } = cell;
    const text = cellText(cell, source.sharedTexts, source.formats)?.trim();
    if (text === undefined) throw damaged();
    if (formula) formulas.add(cellAddress(row.number, column));
    if (text === "" && !formula) return;
    if (row.hidden) hiddenRows.add(String(row.number));
    row.hidden = false;
    if (hiddenAndUnnamed.delete(column)) hiddenColumns.add(columnName(column));
    source.place({ row: row.number, column, text });
  }

  return {
    open(name, attribute, parent) {
      if (name === "row" && parent === "sheetData") {
        const number = Number(attribute("r") ?? row.number + 1);
        if (!Number.isInteger(number) || number <= row.number || number > LAST_ROW) throw damaged();
        row = { number, hidden: isTrue(attribute("hidden")) || isZero(attribute("ht")) };
        cell = { ...cell, column: 0 };
      } else if (name === "c" && parent === "row") {
        const column = columnOf(attribute("r"), row.number) ?? cell.column + 1;
        if (column <= cell.column || column > LAST_COLUMN) throw damaged();
        cell = { column, type: attribute("t") ?? "n", style: Number(attribute("s") ?? 0), text: "", formula: false };
      } else if (name === "f" && parent === "c") {
        cell.formula = true;
      } else if (name === "col") {
        const [first, last] = [Number(attribute("min")), Number(attribute("max"))];
        if (!(first > lastColumnDescribed && last >= first && last <= LAST_COLUMN)) throw damaged();
        const hidden = isTrue(attribute("hidden")) || isZero(attribute("width"));
        for (let column = first; hidden && column <= last; column += 1) hiddenAndUnnamed.add(column);
        lastColumnDescribed = last;
      } else if (name === "mergeCell") {
        merged.add(attribute("ref") ?? "");
      }
      inText = (name === "v" && parent === "c") || isShownText(name, parent);
    },
    text(text) {
      if (inText) cell.text += text;
    },
    close(name) {
      inText = false;
      if (name === "c") endCell();
    },
    refuseUnchecked() {
      refuse(hiddenRows, (list) => `hidden rows that hold something: ${list}. Unhide or delete them`);
      refuse(hiddenColumns, (list) => `hidden columns that hold something: ${list}. Unhide or delete them`);
      refuse(merged, (list) => `merged cells: ${list}. Unmerge them`);
      refuse(formulas, (list) => `formulas, in ${list}. Copy the table and paste values only`);
    },
  };
}

function isZero(value: string | undefined): boolean {
  return value !== undefined && Number(value) === 0;
}

/** The column of an address that must lie in this row; undefined where the address is left out. */
function columnOf(address: string | undefined, row: number): number | undefined {
  if (address === undefined) return undefined;
  const [, letters, digits] = /^([A-Z]{1,3})(\d{1,7})$/.exec(address) ?? [];
  if (letters === undefined || Number(digits) !== row) throw damaged();
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0);
}

type Places = { add(place: string): void; list(): string };

/** Names the first few and counts the rest, however many a file claims. "" when there are none. */
function places(): Places {
  const named: string[] = [];
  let others = 0;
  return {
    add(place) {
      if (named.length < NAMED_AT_MOST) named.push(place);
      else others += 1;
    },
    list: () => named.join(", ") + (others === 0 ? "" : ` and ${count(others)} more`),
  };
}

function refuse(found: Places, sentence: (list: string) => string): void {
  const list = found.list();
  if (list !== "") throw new CannotRead(`This sheet has ${sentence(list)}, then upload it again.`);
}
