import { cveRange, type VersionRange } from "@bongsu/versions";
import type { Affected } from "../advisory.ts";
import type { Part } from "../part.ts";
import { noSubject } from "../subject.ts";
import { reportUnparsed } from "../unparsed.ts";

/**
 * Reads `cpeApplicability` (CVE record format 5.1): each `cpeMatch` that is vulnerable. Those that are not vulnerable
 * themselves say what the others run on.
 */
export function readApplicability(container: Part): Affected[] {
  return container
    .parts("cpeApplicability")
    .flatMap((statement) => statement.parts("nodes"))
    .flatMap((node) => node.parts("cpeMatch"))
    .flatMap((match) => readMatch(match) ?? []);
}

function readMatch(part: Part): Affected | null {
  const cpe = part.required("criteria");
  if (cpe === null || part.fields.vulnerable !== true) return null;
  const range = readBounds(part);
  if (range !== null) reportUnparsed(part, range);
  return {
    subject: { ...noSubject, cpe },
    status: "affected",
    range,
    // A CPE with a version of its own names that version.
    allVersions: range === null && cpeVersion(cpe) === null,
    fixed: [part.text("versionEndExcluding")].filter((version) => version !== null),
    remediations: [],
    severities: [],
    commits: [],
    path: part.path,
  };
}

function readBounds(part: Part): VersionRange | null {
  const after = part.text("versionStartExcluding");
  const start = part.text("versionStartIncluding") ?? after;
  const before = part.text("versionEndExcluding");
  const last = part.text("versionEndIncluding");
  if (start === null && before === null && last === null) return null;
  const end = before !== null ? { lessThan: before } : { lessThanOrEqual: last ?? "*" };
  const { affected } = cveRange(
    { versions: [{ version: start ?? "0", status: "affected", ...end }], defaultStatus: "unaffected" },
    null,
  );
  if (after === null) return affected;
  const intervals = affected.intervals.map(({ low, high }) => ({
    low: low === null ? null : { ...low, inclusive: false },
    high,
  }));
  return { ...affected, intervals };
}

/** The version in a CPE 2.3 name; null for any. */
function cpeVersion(cpe: string): string | null {
  const version = cpe.startsWith("cpe:2.3:") ? cpe.split(/(?<!\\):/)[5] : undefined;
  return version === undefined || version === "*" || version === "-" ? null : version;
}
