/**
 * Streams the XML of a workbook's parts. A document type is refused and no entity is expanded; depth and attributes are
 * bounded, because every open element costs memory until it closes.
 */
import { SaxesParser, type SaxesTagNS } from "saxes";
import { CannotRead } from "./grid.ts";

const MOST_DEPTH = 64;
const MOST_ATTRIBUTES = 256;

/** Spreadsheets, transitional and strict, and lists of relationships (ECMA-376 parts 1, 2 and 4). */
const KNOWN_NAMESPACES: ReadonlySet<string> = new Set([
  "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
  "http://purl.oclc.org/ooxml/spreadsheetml/main",
  "http://schemas.openxmlformats.org/package/2006/relationships",
]);

/** A value by its plain name; undefined where absent. */
export type Attribute = (name: string) => string | undefined;

/** Told of elements by their plain name; an element of an unknown namespace is named "". */
export type XmlReader = {
  open(name: string, attribute: Attribute, parent: string): void;
  text?(text: string): void;
  close?(name: string): void;
  /** Asked now and then: true stops the reading of this part. */
  done?(): boolean;
};

export function damaged(): CannotRead {
  return new CannotRead("This workbook is damaged. Open it in a spreadsheet, save it again as .xlsx, and upload that.");
}

/** Takes decoded text in pieces of any size. Throws `CannotRead` for XML that is not well formed or not allowed. */
export function xmlParser(reader: XmlReader): SaxesParser<{ xmlns: true }> {
  const xml = new SaxesParser({ xmlns: true, position: false });
  const open: string[] = [];
  let attributes = 0;
  xml.on("error", () => {
    throw damaged();
  });
  xml.on("doctype", () => {
    throw new CannotRead("This workbook declares a document type, which is not allowed. Save it again as .xlsx.");
  });
  xml.on("opentagstart", () => {
    attributes = 0;
    if (open.length === MOST_DEPTH) throw damaged();
  });
  xml.on("attribute", () => {
    attributes += 1;
    if (attributes > MOST_ATTRIBUTES) throw damaged();
  });
  xml.on("opentag", (tag) => {
    const name = KNOWN_NAMESPACES.has(tag.uri) ? tag.local : "";
    reader.open(name, (attribute) => attributeOf(tag, attribute), open.at(-1) ?? "");
    open.push(name);
  });
  xml.on("text", (text) => reader.text?.(text));
  xml.on("cdata", (text) => reader.text?.(text));
  xml.on("closetag", () => {
    const name = open.pop() ?? "";
    reader.close?.(name);
  });
  return xml;
}

function attributeOf({ attributes }: SaxesTagNS, name: string): string | undefined {
  return (attributes[name] ?? Object.values(attributes).find(({ local }) => local === name))?.value;
}
