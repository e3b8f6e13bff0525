/** What a field may hold. Numbers are written as they are; texts come from anywhere. */
export type CsvValue = string | number | null;

/** Where a spreadsheet would begin to read a formula; and what we mark ourselves, so that the mark can be taken off again. */
const formula = /^'*[=+\-@\t\r\n\uff0b\uff0d\uff1d\uff20]/;

/**
 * A text that a spreadsheet would run as a formula gets an apostrophe in front. Whoever wants the text back takes one
 * apostrophe off wherever apostrophes are followed by one of `= + - @`, their full-width forms, a tab or a line's end.
 */
export const defused = (text: string): string => (formula.test(text) ? `'${text}` : text);

/** One field by RFC 4180 §2: in quotes where it has to be, quotes doubled. */
function field(value: CsvValue): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const text = defused(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One record by RFC 4180 §2, ended by CR LF. */
export const csvRecord = (values: readonly CsvValue[]): string => `${values.map(field).join(",")}\r\n`;
