/** A text that a spreadsheet would run as a formula gets an apostrophe in front, which it takes as "this is text". */
const formula = /^[=+\-@\t\r\n\uff0b\uff0d\uff1d\uff20]/;

/** The same text again: what an export put in front is taken off. */
const unguarded = (text: string): string =>
  text.startsWith("'") && formula.test(text.slice(1)) ? text.slice(1) : text;

function field(value: string): string {
  const text = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One line of RFC 4180, ended by CR LF. Nothing in it is run by a spreadsheet. */
export const csvLine = (values: readonly string[]): string => `${values.map(field).join(",")}\r\n`;

/** A row of a document, with the line on which it begins. */
export interface CsvRow {
  line: number;
  fields: string[];
}

/**
 * Reads comma-separated values (RFC 4180), with line ends of any kind; rows without any text are left out. Null where a
 * quote is never closed.
 */
export function readCsv(text: string): CsvRow[] | null {
  const rows: CsvRow[] = [];
  let line = 1;
  let row: CsvRow = { line, fields: [] };
  const piece = /("[^"]*(?:""[^"]*)*"|[^",\r\n]*)(,|\r\n|\n|\r|$)/y;
  while (piece.lastIndex < text.length) {
    const at = piece.lastIndex;
    const found = piece.exec(text);
    if (found === null) return null;
    const [, written = "", end = ""] = found;
    const value = written.startsWith('"') ? written.slice(1, -1).replaceAll('""', '"') : written;
    row.fields.push(unguarded(value.trim()));
    line += (written.match(/\r\n|\n|\r/g) ?? []).length;
    if (end !== ",") {
      if (row.fields.some((one) => one !== "")) rows.push(row);
      line += 1;
      row = { line, fields: [] };
      if (piece.lastIndex === at) break;
    } else if (piece.lastIndex === text.length) row.fields.push("");
  }
  if (row.fields.some((one) => one !== "")) rows.push(row);
  return rows;
}
