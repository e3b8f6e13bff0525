import { formatVers, readPurl } from "@bongsu/versions";
import type { Advisory, Subject, VexStatement } from "../advisory.ts";
import { databaseOf } from "../names.ts";
import { distinctValues } from "../texts.ts";
import { Writing, type Written } from "../written.ts";
import type { CycloneDxComponent, CycloneDxVex, CycloneDxVulnerability } from "./document.ts";
import { writeAnalysis, writeDescription } from "./write-vulnerability.ts";

export interface CycloneDxVexOptions {
  /** ISO 8601: when the document is made. */
  timestamp: string;
  /** `urn:uuid:…` */
  serialNumber?: string;
  /** 1 if it is not given. */
  version?: number;
  author?: string;
  /** Name of the program that writes it. */
  tool?: string;
  /** What is known of the vulnerabilities: ratings, weaknesses, texts, addresses. */
  advisories?: readonly Advisory[];
}

/**
 * Writes statements as a CycloneDX 1.6 VEX document: one vulnerability for each verdict, with the products that share
 * it. Products are referred to as the statements do (`bom-ref`, BOM-Link); one that has no reference is described here.
 */
export function toCycloneDxVex(
  statements: readonly VexStatement[],
  options: CycloneDxVexOptions,
): Written<CycloneDxVex> {
  const writing = new Writing("CycloneDX");
  const described = advisoriesByName(options.advisories ?? []);
  const components = new Map<string, CycloneDxComponent>();
  const vulnerabilities = new Map<string, CycloneDxVulnerability>();
  statements.forEach((statement, i) => {
    const [id, ...others] = statement.vulnerabilities;
    const affects = writeAffects(statement, components);
    if (id === undefined || affects.length === 0) {
      writing.leaveOut(id ?? "", `/${i}`);
      return;
    }
    if (statement.components.length > 0) writing.leaveOut("subcomponents", `/${i}/components`);
    const verdict = {
      id,
      ...(others.length > 0 && { references: others.map(equivalent) }),
      ...writeDescription(statement.vulnerabilities.flatMap((name) => described.get(name) ?? [])),
      ...(statement.action !== null && { recommendation: statement.action }),
      analysis: writeAnalysis(statement),
    };
    const key = JSON.stringify(verdict);
    const known = vulnerabilities.get(key);
    if (known === undefined) vulnerabilities.set(key, { ...verdict, affects });
    else known.affects = distinctValues([...known.affects, ...affects]);
  });
  return writing.done({
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    ...(options.serialNumber !== undefined && { serialNumber: options.serialNumber }),
    version: options.version ?? 1,
    metadata: {
      timestamp: options.timestamp,
      ...(options.author !== undefined && { authors: [{ name: options.author }] }),
      ...(options.tool !== undefined && {
        tools: { components: [{ type: "application", name: options.tool }] },
      }),
    },
    ...(components.size > 0 && { components: [...components.values()] }),
    vulnerabilities: [...vulnerabilities.values()],
  });
}

function advisoriesByName(advisories: readonly Advisory[]): Map<string, Advisory[]> {
  const byName = new Map<string, Advisory[]>();
  for (const advisory of advisories)
    for (const name of new Set([advisory.id, ...advisory.aliases])) {
      const known = byName.get(name);
      if (known === undefined) byName.set(name, [advisory]);
      else known.push(advisory);
    }
  return byName;
}

function equivalent(id: string): { id: string; source: { name: string } } {
  return { id, source: { name: databaseOf(id) } };
}

function writeAffects(
  { subjects, refs, range, status }: VexStatement,
  components: Map<string, CycloneDxComponent>,
): CycloneDxVulnerability["affects"] {
  const word =
    status === "not_affected" || status === "fixed" ? "unaffected" : status === "affected" ? "affected" : "unknown";
  const versions =
    range === null
      ? []
      : [
          ...(range.intervals.length > 0 ? [{ range: formatVers({ ...range, versions: [] }), status: word }] : []),
          ...range.versions.map((version) => ({ version, status: word })),
        ];
  const named = refs.length > 0 ? refs : subjects.flatMap((subject) => refOf(subject, components) ?? []);
  return named.map((ref) => ({ ref, ...(versions.length > 0 && { versions }) }));
}

/** Describes a product in the document itself, and gives its reference. */
function refOf({ purl, cpe, product }: Subject, components: Map<string, CycloneDxComponent>): string | null {
  const ref = purl ?? cpe ?? product?.name;
  if (!ref) return null;
  const known = purl === null ? null : readPurl(purl).purl;
  const version = known?.version ?? product?.version;
  components.set(ref, {
    type: "library",
    "bom-ref": ref,
    name: product?.name || known?.name || ref,
    ...(version && { version }),
    ...(purl !== null && { purl }),
    ...(cpe !== null && { cpe }),
  });
  return ref;
}
