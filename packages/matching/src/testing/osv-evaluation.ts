import { compareVersions } from "@bongsu/versions";

/** As much of an OSV record as its evaluation needs, as it stands in the file. */
export interface OsvRecord {
  id: string;
  withdrawn?: string;
  affected?: {
    package?: { ecosystem: string; name: string };
    ranges?: { type: string; events: Record<string, string>[] }[];
    versions?: string[];
  }[];
}

const isAtLeast = (ecosystem: string, a: string, b: string) =>
  b === "0" || (compareVersions(ecosystem, a, b) ?? -1) >= 0;
const isAbove = (ecosystem: string, a: string, b: string) => b === "0" || compareVersions(ecosystem, a, b) === 1;

function sorted(ecosystem: string, events: Record<string, string>[]): Record<string, string>[] {
  const versionOf = (event: Record<string, string>) => Object.values(event)[0] ?? "0";
  return [...events].sort((a, b) => {
    const [left, right] = [versionOf(a), versionOf(b)];
    if (left === "0" || right === "0") return Number(right === "0") - Number(left === "0");
    return compareVersions(ecosystem, left, right) ?? 0;
  });
}

/**
 * Whether an OSV record calls a version affected: the evaluation algorithm as the OSV schema writes it
 * (https://ossf.github.io/osv-schema/#evaluation), over the record itself, event by event.
 */
export function osvSaysAffected(record: OsvRecord, ecosystem: string, name: string, version: string): boolean {
  if (record.withdrawn) return false;
  return (record.affected ?? []).some((affected) => {
    if (affected.package?.ecosystem !== ecosystem || affected.package.name !== name) return false;
    if (affected.versions?.includes(version)) return true;
    return (affected.ranges ?? []).some(({ type, events }) => {
      if (type === "GIT") return false;
      let vulnerable = false;
      for (const { introduced, fixed, last_affected } of sorted(ecosystem, events)) {
        if (introduced !== undefined && isAtLeast(ecosystem, version, introduced)) vulnerable = true;
        if (fixed !== undefined && isAtLeast(ecosystem, version, fixed)) vulnerable = false;
        if (last_affected !== undefined && isAbove(ecosystem, version, last_affected)) vulnerable = false;
      }
      const limits = events.flatMap(({ limit }) => limit ?? []);
      const below =
        limits.length === 0 || limits.some((limit) => limit === "*" || !isAtLeast(ecosystem, version, limit));
      return vulnerable && below;
    });
  });
}
