import { csafRange, osvRange, type VersionRange } from "@bongsu/versions";
import type { Subject, VexStatus } from "../advisory.ts";
import type { Part } from "../part.ts";
import { namedSubject, noSubject, purlSubject } from "../subject.ts";
import { unionOf } from "../union.ts";
import { reportUnparsed } from "../unparsed.ts";
import { known } from "../vex.ts";
import type { CycloneDxContext } from "./context.ts";

/** One product of `affects`, with those of its versions that share a status. */
export interface Affects {
  ref: string;
  subject: Subject;
  status: VexStatus;
  range: VersionRange | null;
  allVersions: boolean;
  path: string;
}

const versionStatuses = ["affected", "unaffected", "unknown"] as const;

/** Reads `affects`. `status` is what the analysis says; where there is none, what is listed is affected. */
export function readAffects(vulnerability: Part, analysed: VexStatus | null, context: CycloneDxContext): Affects[] {
  return vulnerability.parts("affects").flatMap((part) => {
    const ref = part.required("ref");
    if (ref === null) return [];
    const { subject, version } = subjectOf(ref, part, context);
    const shared = { ref, subject, path: part.path };
    const versions = part.parts("versions");
    if (versions.length === 0) {
      const ecosystem = subject.package?.ecosystem ?? "generic";
      const range = version === null ? null : osvRange(ecosystem, [], { versions: [version] });
      return [{ ...shared, status: analysed ?? "affected", range, allVersions: range === null }];
    }
    return readVersions(versions, analysed, subject).map((one) => ({ ...shared, ...one, allVersions: false }));
  });
}

/** Versions and ranges by their status; those of different orders stay apart. */
function readVersions(versions: Part[], analysed: VexStatus | null, subject: Subject) {
  const ranges = versions.map((entry) => readRange(entry, subject.package?.ecosystem ?? null));
  const ecosystem = subject.package?.ecosystem ?? ranges.find((range) => range !== null)?.ecosystem ?? "generic";
  const groups = new Map<string, { status: VexStatus; ranges: VersionRange[] }>();
  versions.forEach((entry, i) => {
    const range = ranges[i] ?? readVersion(entry, ecosystem);
    if (range === null) return;
    reportUnparsed(entry, range);
    const status = statusOf(entry, analysed);
    const key = `${status} ${range.ecosystem}`;
    const before = groups.get(key);
    if (before === undefined) groups.set(key, { status, ranges: [range] });
    else before.ranges.push(range);
  });
  return Array.from(groups.values(), (group) => ({ status: group.status, range: unionOf(group.ranges) }));
}

/** A version's own status, and what the analysis says of those that the vulnerability concerns. */
function statusOf(entry: Part, analysed: VexStatus | null): VexStatus {
  const word = entry.text("status");
  const status = word === null ? null : known(entry, "status", word, versionStatuses);
  if (status === null) return analysed ?? "affected";
  if (status === "unknown") return "under_investigation";
  if (status === "unaffected") return analysed === "fixed" ? "fixed" : "not_affected";
  // Versions that contain it, although it was fixed later; or although it cannot be exploited there.
  return analysed === null || analysed === "fixed" ? "affected" : analysed;
}

/** A VERS string, or (what also occurs) comparisons that are clear without being one. */
function readRange(entry: Part, ecosystem: string | null): VersionRange | null {
  const text = entry.text("range");
  return text === null ? null : csafRange("product_version_range", text, ecosystem);
}

function readVersion(entry: Part, ecosystem: string): VersionRange | null {
  const version = entry.text("version");
  if (version === null) entry.report("advisories.missing", { field: "version" });
  return version === null ? null : osvRange(ecosystem, [], { versions: [version] });
}

function subjectOf(ref: string, part: Part, context: CycloneDxContext): { subject: Subject; version: string | null } {
  const component = context.components.get(ref);
  if (component === undefined) {
    const purl = ref.startsWith("pkg:") ? purlSubject(ref, part, "ref") : null;
    if (purl === null) part.report("advisories.unknown-component", { ref }, "ref");
    if (purl === null) return { subject: namedSubject(ref), version: null };
    return { subject: { ...noSubject, package: purl.package, purl: purl.purl }, version: purl.version };
  }
  const purl = component.purl === null ? null : purlSubject(component.purl, part, "ref");
  const version = purl?.version ?? component.version;
  return {
    subject: {
      package: purl?.package ?? null,
      purl: purl?.purl ?? null,
      cpe: component.cpe,
      product: { vendor: component.group ?? null, name: component.name, version },
    },
    version,
  };
}
