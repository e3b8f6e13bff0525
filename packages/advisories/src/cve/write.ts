import type { Advisory, SeverityRating } from "../advisory.ts";
import { isUri } from "../csaf/write-texts.ts";
import { cvss } from "../cvss/cvss.ts";
import { ratingOfScore } from "../cvss/rating.ts";
import { compareNames, isCveId, isVulnerabilityId } from "../names.ts";
import { advisoryProblems } from "../problems.ts";
import { distinctValues, joinTexts } from "../texts.ts";
import { Writing, type Written } from "../written.ts";
import type { CveCna, CveMetric, CveRecord, CveText } from "./record.ts";
import { tagOfKind } from "./references.ts";
import { writeAffected } from "./write-affected.ts";

/** The CNA that assigned the id. */
export interface CveAssigner {
  /** A version 4 UUID, as the CVE program gave it. */
  orgId: string;
  /** 2 to 32 characters. */
  shortName?: string;
}

/** The format's bounds. */
const longest = { title: 256, text: 4096, references: 512 };

/**
 * Writes an advisory as a published record of the CVE record format 5.2, the CNA's container only.
 *
 * @throws BongsuError `advisories.cannot-write` where the advisory lacks what a record must have: a CVE id, a product
 *   and a reference.
 */
export function toCve(advisory: Advisory, assigner: CveAssigner): Written<CveRecord> {
  const writing = new Writing("CVE 5");
  const cveId = [advisory.id, ...advisory.aliases].find(isCveId);
  const affected = advisory.affected.flatMap((one, i) => writeAffected(one, writing, `/affected/${i}`) ?? []);
  const references = writeReferences(advisory, writing);
  if (cveId === undefined) throw missing("cveMetadata.cveId");
  if (affected.length === 0) throw missing("containers.cna.affected");
  if (references.length === 0) throw missing("containers.cna.references");
  const title = advisory.title || advisory.summary;
  const details = joinTexts([advisory.summary === title ? null : advisory.summary, advisory.details]);
  const metrics = advisory.severities.flatMap(
    (severity, i) => writeMetric(severity, writing, `/severities/${i}`) ?? [],
  );
  const provider = {
    orgId: assigner.orgId,
    ...(assigner.shortName !== undefined && { shortName: assigner.shortName }),
  };
  // Where a CNA names its own advisory, there is room for one more name.
  const others = [advisory.id, ...advisory.aliases].filter((name) => name !== cveId).sort(compareNames);
  const [own] = others.filter((name) => isVulnerabilityId(name) && !isCveId(name));
  const cna: CveCna = {
    providerMetadata: provider,
    ...(title && { title: writing.shorten(title, longest.title, "title", "/title") }),
    descriptions: [text(details ?? title ?? cveId, writing, "/details")],
    affected: distinctValues(affected),
    ...(advisory.weaknesses.some(isCweId) && { problemTypes: advisory.weaknesses.filter(isCweId).map(problemType) }),
    references,
    ...(metrics.length > 0 && { metrics: distinctValues(metrics) }),
    ...writeRemediations(advisory, writing),
    ...(advisory.credits.length > 0 && {
      credits: advisory.credits.map((value) => ({ lang: "en", value: value.slice(0, longest.text) })),
    }),
    ...(own !== undefined && { source: { advisory: own } }),
  };
  for (const name of others) if (name !== own) writing.leaveOut(name, "/aliases");
  return writing.done({
    dataType: "CVE_RECORD",
    dataVersion: "5.2",
    cveMetadata: {
      cveId: cveId.toUpperCase(),
      assignerOrgId: assigner.orgId,
      ...(assigner.shortName !== undefined && { assignerShortName: assigner.shortName }),
      state: "PUBLISHED",
      ...(advisory.published !== null && { datePublished: advisory.published }),
      ...(advisory.modified !== null && { dateUpdated: advisory.modified }),
    },
    containers: { cna },
  });
}

function missing(what: string) {
  return advisoryProblems.error("advisories.cannot-write", { format: "CVE 5", what });
}

function text(value: string, writing: Writing, path: string): CveText {
  return { lang: "en", value: writing.shorten(value, longest.text, "value", path) };
}

const isCweId = (id: string): boolean => /^CWE-[1-9]\d{0,4}$/.test(id);

function problemType(id: string) {
  return { descriptions: [{ lang: "en", description: id, cweId: id, type: "CWE" as const }] };
}

function writeReferences(advisory: Advisory, writing: Writing): CveCna["references"] {
  const usable = advisory.references.filter(({ url }, i) => {
    const fits = isUri(url) && url.length <= 2048;
    if (!fits) writing.leaveOut(url, `/references/${i}`);
    return fits;
  });
  if (usable.length > longest.references) writing.leaveOut(`references > ${longest.references}`, "/references");
  const written = usable.slice(0, longest.references).map(({ kind, url }) => {
    const tag = tagOfKind(kind);
    return { url, ...(tag !== null && { tags: [tag] }) };
  });
  return distinctValues(written);
}

function writeMetric({ vector, system, rating }: SeverityRating, writing: Writing, path: string): CveMetric | null {
  const result = vector === null ? null : cvss(vector);
  if (vector === null || result === null || "code" in result) {
    if (system === "text" && rating !== "unknown") return { other: { type: "severity", content: { value: rating } } };
    writing.leaveOut(vector ?? system, path);
    return null;
  }
  const { version, base: baseScore } = result;
  const rated = { vectorString: vector, baseScore };
  const baseSeverity = ratingOfScore(baseScore, version).toUpperCase();
  if (version === "2.0") return { format: "CVSS", cvssV2_0: { version, ...rated } };
  if (version === "3.0") return { format: "CVSS", cvssV3_0: { version, ...rated, baseSeverity } };
  if (version === "3.1") return { format: "CVSS", cvssV3_1: { version, ...rated, baseSeverity } };
  return { format: "CVSS", cvssV4_0: { version, ...rated, baseSeverity } };
}

function writeRemediations(advisory: Advisory, writing: Writing): Pick<CveCna, "solutions" | "workarounds"> {
  const of = (...kinds: string[]) =>
    advisory.remediations
      .filter(({ kind, details }) => kinds.includes(kind) && details)
      .map(({ details }) => text(details ?? "", writing, "/remediations"));
  const solutions = of("vendor_fix", "optional_patch");
  const workarounds = of("workaround", "mitigation");
  return {
    ...(solutions.length > 0 && { solutions: distinctValues(solutions) }),
    ...(workarounds.length > 0 && { workarounds: distinctValues(workarounds) }),
  };
}
