import { osvEvents } from "./ranges.ts";
import type { Vulnerability } from "./vulnerability.ts";

/** Ecosystems whose ranges OSV writes as semantic versions. */
const semantic = new Set(["npm", "Go"]);

/** A vulnerability as an OSV record (schema 1.7), its title in both languages under `database_specific`. */
export function toOsv({ id, aliases = [], published, title, cvss, affected }: Vulnerability): Record<string, unknown> {
  const time = `${published}T00:00:00Z`;
  return {
    schema_version: "1.7.0",
    id,
    aliases,
    published: time,
    modified: time,
    summary: title.en,
    severity: cvss === undefined ? [] : [{ type: "CVSS_V3", score: cvss }],
    affected: Object.entries(affected).flatMap(([ecosystem, packages]) =>
      Object.entries(packages).map(([name, intervals]) => ({
        package: { ecosystem, name },
        ranges: [{ type: semantic.has(ecosystem) ? "SEMVER" : "ECOSYSTEM", events: osvEvents(intervals) }],
      })),
    ),
    references: [{ type: "ADVISORY", url: `https://www.cve.org/CVERecord?id=${id}` }],
    database_specific: { title },
  };
}
