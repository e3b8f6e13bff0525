import type { Advisory, AdvisoryDocument, Exploitation, Remediation, SeverityRating, SsvcPoints } from "../advisory.ts";
import { noTime } from "../dates.ts";
import { documentOf } from "../document.ts";
import { isVulnerabilityId } from "../names.ts";
import { type Fields, Part } from "../part.ts";
import type { Reading } from "../reading.ts";
import { References } from "../references.ts";
import { distinct } from "../texts.ts";
import { readCveAffected } from "./affected.ts";
import { readMetrics } from "./metrics.ts";
import { addCveReferences } from "./references.ts";
import { readText, readTexts } from "./texts.ts";

/** Reads one record of the CVE record format 5.x: the CNA's container and those of the ADPs, CISA's among them. */
export function readCve(record: Fields, reading: Reading, root?: Part): AdvisoryDocument {
  const advisory = readCveRecord(root ?? new Part(reading, record));
  return documentOf("cve", reading, { advisories: advisory === null ? [] : [advisory] });
}

export function readCveRecord(record: Part): Advisory | null {
  const metadata = record.part("cveMetadata");
  const id = metadata?.text("cveId") ?? null;
  if (metadata === null || id === null || id === "") {
    record.report("advisories.no-id", { field: "cveMetadata/cveId" });
    return null;
  }
  const containers = record.part("containers");
  const cna = containers?.part("cna") ?? null;
  if (cna === null) record.report("advisories.missing", { field: "containers/cna" });
  const parts = [...(cna === null ? [] : [cna]), ...(containers?.parts("adp") ?? [])];
  const published = metadata.time("datePublished") ?? cna?.time("datePublic") ?? null;
  const modified = metadata.time("dateUpdated") ?? cna?.part("providerMetadata")?.time("dateUpdated") ?? null;
  const rejected = metadata.text("state")?.toUpperCase() === "REJECTED";
  return {
    format: "cve",
    id,
    documentId: id,
    publisher: metadata.text("assignerShortName") ?? cna?.part("providerMetadata")?.text("shortName") ?? null,
    aliases: sourceAliases(cna),
    related: cna?.texts("replacedBy") ?? [],
    upstream: [],
    title: cna?.text("title") ?? null,
    summary: null,
    details: cna === null ? null : (readText(cna, "descriptions") ?? readText(cna, "rejectedReasons")),
    published,
    modified,
    withdrawn: rejected ? (metadata.time("dateRejected") ?? modified ?? published ?? noTime) : null,
    ...gather(parts),
    tlp: null,
    original: record.fields,
  };
}

/** GitHub, as a CNA, names its own advisory here. */
function sourceAliases(cna: Part | null): string[] {
  const source = cna?.fields.source;
  const advisory = typeof source === "object" ? cna?.part("source")?.fields.advisory : null;
  return typeof advisory === "string" && isVulnerabilityId(advisory) ? [advisory] : [];
}

/** What the containers say together, the CNA first. */
function gather(containers: Part[]) {
  const severities: SeverityRating[] = [];
  const remediations: Remediation[] = [];
  const references = new References();
  let ssvc: SsvcPoints | null = null;
  let exploited: Exploitation | null = null;
  for (const container of containers) {
    const metrics = readMetrics(container, container.part("providerMetadata")?.text("shortName") ?? null);
    for (const severity of metrics.severities) severities.push(severity);
    ssvc ??= metrics.ssvc;
    exploited ??= metrics.exploited;
    addCveReferences(references, container);
    for (const details of readTexts(container, "solutions"))
      remediations.push({ kind: "vendor_fix", details, url: null });
    for (const details of readTexts(container, "workarounds"))
      remediations.push({ kind: "workaround", details, url: null });
  }
  return {
    severities,
    ssvc,
    exploited,
    remediations,
    weaknesses: distinct(containers.flatMap(readWeaknesses)),
    affected: containers.flatMap(readCveAffected),
    references: references.list,
    credits: distinct(containers.flatMap((container) => readTexts(container, "credits"))),
  };
}

function readWeaknesses(container: Part): string[] {
  return container
    .parts("problemTypes")
    .flatMap((type) => type.parts("descriptions"))
    .flatMap((description) => description.text("cweId") ?? []);
}
