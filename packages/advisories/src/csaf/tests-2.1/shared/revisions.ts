import { isText, member } from "./json.ts";
import { select } from "./select.ts";
import { compareMoments, type Moment, parseTimestamp } from "./timestamp.ts";

/** A document version (section 3.1.14): integer or semantic versioning. */
export interface DocumentVersion {
  text: string;
  system: "integer" | "semantic";
  /** Major, minor, patch as written; of an integer the major alone counts. */
  numbers: [string, string, string];
  /** Identifiers of the pre-release part; none where there is no such part. */
  prerelease: string[];
}

const integer = /^(0|[1-9]\d*)$/;
const semantic = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?$/;

export function parseDocumentVersion(value: unknown): DocumentVersion | null {
  if (!isText(value)) return null;
  if (integer.test(value)) return { text: value, system: "integer", numbers: [value, "0", "0"], prerelease: [] };
  const match = semantic.exec(value);
  if (match === null) return null;
  const [, major = "", minor = "", patch = "", prerelease] = match;
  return {
    text: value,
    system: "semantic",
    numbers: [major, minor, patch],
    prerelease: prerelease === undefined ? [] : prerelease.split("."),
  };
}

/** Compares numbers of any size, without leading zeros. */
export function compareNumbers(a: string, b: string): number {
  if (a.length !== b.length) return a.length - b.length;
  return a === b ? 0 : a < b ? -1 : 1;
}

const numeric = /^\d+$/;

function compareIdentifiers(a: string, b: string): number {
  const aNumeric = numeric.test(a);
  if (aNumeric !== numeric.test(b)) return aNumeric ? -1 : 1;
  if (aNumeric) return compareNumbers(a, b);
  return a === b ? 0 : a < b ? -1 : 1;
}

function comparePrerelease(a: string[], b: string[]): number {
  if (a.length === 0 || b.length === 0) return b.length - a.length;
  for (const [index, identifier] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    const order = compareIdentifiers(identifier, other);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** The precedence of section 3.1.14; an integer version stands with the semantic one that has the same major number. */
export function compareDocumentVersions(a: DocumentVersion, b: DocumentVersion): number {
  for (const index of [0, 1, 2] as const) {
    const order = compareNumbers(a.numbers[index], b.numbers[index]);
    if (order !== 0) return order;
  }
  return comparePrerelease(a.prerelease, b.prerelease);
}

/** `0` and `0.y.z`: before the initial release. */
export const isBeforeRelease = (version: DocumentVersion): boolean => version.numbers[0] === "0";

export interface Revision {
  path: string;
  moment: Moment;
  version: DocumentVersion;
}

/**
 * The revision history, ascending by date and then by number. Null where an item's date or number cannot be read: what
 * follows from the order of the others would then be a guess.
 */
export function sortedRevisions(document: unknown): Revision[] | null {
  const revisions: Revision[] = [];
  for (const { path, value } of select(document, "$.document.tracking.revision_history[*]")) {
    const moment = parseTimestamp(member(value, "date"));
    const version = parseDocumentVersion(member(value, "number"));
    if (moment === null || version === null) return null;
    revisions.push({ path, moment, version });
  }
  return revisions.sort((a, b) => compareMoments(a.moment, b.moment) || compareDocumentVersions(a.version, b.version));
}

/** `$.document.tracking.version`, or null where it cannot be read. */
export function documentVersion(document: unknown): DocumentVersion | null {
  return parseDocumentVersion(member(member(member(document, "document"), "tracking"), "version"));
}

/** `$.document.tracking.status`, or an empty string. */
export function documentStatus(document: unknown): string {
  const status = member(member(member(document, "document"), "tracking"), "status");
  return isText(status) ? status : "";
}

/** Released: `final` or `interim`. */
export const isReleased = (document: unknown): boolean => ["final", "interim"].includes(documentStatus(document));
