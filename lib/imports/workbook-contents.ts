/** What the worksheets of a workbook point into: its parts, the texts they share, and the number formats of cell styles. */
import { BUILT_IN_FORMATS } from "./built-in-formats.ts";
import { isShownText, unescapedText } from "./cell-text.ts";
import { type NumberFormat, numberFormat, plainNumber } from "./number-format.ts";
import type { Epoch } from "./serial-date.ts";
import type { WorkbookParts } from "./workbook-parts.ts";

/** `kind` is the last word of the relationship's type: worksheet, styles, sharedStrings. */
export type Relation = { readonly kind: string; readonly part: string };

/** The parts that a part points to, by the id it uses for them. What lies outside the file is left out. */
export async function readRelations(parts: WorkbookParts, from: string): Promise<Map<string, Relation>> {
  const folder = from.slice(0, from.lastIndexOf("/") + 1);
  const relations = new Map<string, Relation>();
  await parts.read(`${folder}_rels/${from.slice(folder.length)}.rels`, {
    open(name, attribute) {
      if (name !== "Relationship" || attribute("TargetMode") === "External") return;
      const kind = attribute("Type")?.split("/").at(-1) ?? "";
      const target = URL.parse(attribute("Target") ?? "", `zip://parts/${folder}`);
      if (target) relations.set(attribute("Id") ?? "", { kind, part: target.pathname.slice(1) });
    },
  });
  return relations;
}

/** In the order in which cells count them. */
export async function readSharedTexts(parts: WorkbookParts, part: string | undefined): Promise<string[]> {
  const texts: string[] = [];
  let text = "";
  let inText = false;
  if (part === undefined) return texts;
  await parts.read(part, {
    open(name, _attribute, parent) {
      inText = isShownText(name, parent);
    },
    text(piece) {
      if (inText) text += piece;
    },
    close(name) {
      inText = false;
      if (name !== "si") return;
      texts.push(unescapedText(text));
      text = "";
    },
  });
  return texts;
}

/** One for each cell style, in the order in which cells count them. */
export async function readFormats(
  parts: WorkbookParts,
  part: string | undefined,
  epoch: Epoch,
): Promise<NumberFormat[]> {
  const codes = new Map<number, string>();
  const ids: number[] = [];
  if (part === undefined) return [];
  await parts.read(part, {
    open(name, attribute, parent) {
      if (name === "numFmt" && parent === "numFmts")
        codes.set(Number(attribute("numFmtId")), attribute("formatCode") ?? "");
      if (name === "xf" && parent === "cellXfs") ids.push(Number(attribute("numFmtId") ?? 0));
    },
  });
  const formats = new Map<number, NumberFormat>();
  for (const id of new Set(ids)) {
    const code = codes.get(id) ?? BUILT_IN_FORMATS[id];
    formats.set(id, code === undefined ? plainNumber : numberFormat(code, epoch));
  }
  return ids.map((id) => formats.get(id) ?? plainNumber);
}
