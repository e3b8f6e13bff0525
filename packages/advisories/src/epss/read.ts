import type { AdvisoryDocument, Epss } from "../advisory.ts";
import { calendarDate } from "../dates.ts";
import { documentOf } from "../document.ts";
import type { Reading } from "../reading.ts";

/** Whether a text begins as FIRST's EPSS file does: its comment line, or its header. */
export function isEpss(head: string): boolean {
  return /^\ufeff?(?:#model_version:|cve,epss,percentile)/.test(head);
}

/**
 * Reads FIRST's EPSS scores: `#model_version:…,score_date:…`, a header, then `cve,epss,percentile` (numbers from 0 to 1).
 * A line of another form is reported and left out.
 */
export function readEpss(text: string, reading: Reading): AdvisoryDocument {
  const date = /^\ufeff?#[^\n]*\bscore_date:([^,\s]+)/.exec(text)?.[1];
  const scored = date === undefined ? null : calendarDate(date.replace(/\+0000$/, "Z"));
  if (date !== undefined && scored === null) reading.report("advisories.invalid-date", { date }, { line: 1 });
  const epss: { id: string; epss: Epss }[] = [];
  let line = 0;
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    line++;
    const row = text.slice(start, text.charCodeAt(end - 1) === 0x0d && end > start ? end - 1 : end);
    start = end + 1;
    if (row === "" || row.startsWith("#") || row.startsWith("cve,") || row.startsWith("\ufeff")) continue;
    const score = scoreOf(row, scored);
    if (score === null) reading.report("advisories.csv-line", { line }, { line });
    else epss.push(score);
  }
  return documentOf("epss", reading, { epss });
}

const identifier = /^CVE-\d{4}-\d{4,19}$/;

function scoreOf(row: string, date: string | null): { id: string; epss: Epss } | null {
  const first = row.indexOf(",");
  const second = row.indexOf(",", first + 1);
  const id = row.slice(0, first);
  if (second < 0 || !identifier.test(id)) return null;
  const probability = share(row.slice(first + 1, second));
  const percentile = share(row.slice(second + 1));
  return probability === null || percentile === null ? null : { id, epss: { probability, percentile, date } };
}

const decimal = /^\d+(?:\.\d+)?(?:[eE][-+]?\d+)?$/;

/** A number from 0 to 1. */
function share(text: string): number | null {
  if (text.length > 40 || !decimal.test(text)) return null;
  const value = Number(text);
  return value <= 1 ? value : null;
}
