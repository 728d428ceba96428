/**
 * A table as a file for a spreadsheet (RFC 4180), in the one form that Excel opens as it is meant: UTF-8 with a byte
 * order mark, without which Excel reads it as a Windows code page.
 *
 * A cell that a spreadsheet would run as a formula begins with an apostrophe instead (OWASP, CSV injection): a name or a
 * purpose is somebody's typing. Every cell is quoted, so that no separator inside one begins another.
 */
const RUNS_AS_FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** Rows of cells, the first the headings. Lines end as the standard says, the last one too. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;
}

function cell(text: string): string {
  const harmless = RUNS_AS_FORMULA.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}

/** The answer that a browser keeps as a file. It is personal: nothing on the way may keep it. */
export function csvAnswer(fileName: string, text: string): Response {
  return new Response(text, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${fileName}"`,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
