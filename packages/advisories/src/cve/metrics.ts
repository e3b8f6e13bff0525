import type { Exploitation, SeverityRating, SsvcPoints } from "../advisory.ts";
import type { CvssVersion } from "../cvss/metrics.ts";
import { ratingOfWord } from "../cvss/rating.ts";
import { cvssObjectRating } from "../cvss/read.ts";
import { kevSource } from "../kev/read.ts";
import type { Part } from "../part.ts";
import { wordRating } from "../severity.ts";

/** What the metrics of one container say. */
export interface Metrics {
  severities: SeverityRating[];
  ssvc: SsvcPoints | null;
  exploited: Exploitation | null;
}

const cvssFields: readonly (readonly [name: string, version: CvssVersion])[] = [
  ["cvssV4_0", "4.0"],
  ["cvssV3_1", "3.1"],
  ["cvssV3_0", "3.0"],
  ["cvssV2_0", "2.0"],
];

/** Reads `metrics`: CVSS of every version, and under `other` CISA's SSVC and KEV entries and vendors' words. */
export function readMetrics(container: Part, source: string | null): Metrics {
  const metrics: Metrics = { severities: [], ssvc: null, exploited: null };
  for (const metric of container.parts("metrics")) {
    for (const [name, version] of cvssFields) {
      const object = metric.part(name);
      const rating = object === null ? null : cvssObjectRating(object, version, source);
      if (rating !== null) metrics.severities.push(rating);
    }
    const other = metric.part("other");
    const content = other?.part("content") ?? null;
    if (other === null || content === null) continue;
    const type = other.text("type")?.toLowerCase();
    if (type === "ssvc") metrics.ssvc ??= readSsvc(content, source);
    else if (type === "kev") metrics.exploited ??= readKevEntry(content);
    else {
      const word = content.fields.value ?? content.fields.text ?? content.fields.severity;
      const rating = typeof word === "string" ? ratingOfWord(word) : null;
      if (rating !== null) metrics.severities.push(wordRating(rating, source));
    }
  }
  return metrics;
}

/** CISA's `{ "options": [{ "Exploitation": "poc" }, …] }`. */
function readSsvc(content: Part, source: string | null): SsvcPoints {
  const points: SsvcPoints = {
    exploitation: null,
    automatable: null,
    technicalImpact: null,
    source: content.text("role") ?? source,
    at: content.time("timestamp"),
  };
  for (const option of content.parts("options")) {
    const exploitation = decision(option, "Exploitation", ["none", "poc", "active"]);
    const automatable = decision(option, "Automatable", ["yes", "no"]);
    points.exploitation = exploitation ?? points.exploitation;
    points.automatable = automatable === null ? points.automatable : automatable === "yes";
    points.technicalImpact = decision(option, "Technical Impact", ["partial", "total"]) ?? points.technicalImpact;
  }
  return points;
}

function decision<const T extends string>(option: Part, name: string, allowed: readonly T[]): T | null {
  const word = option.text(name);
  if (word === null) return null;
  const found = allowed.find((one) => one === word.toLowerCase());
  if (found === undefined)
    option.report("advisories.unknown-word", { field: name, value: word, allowed: allowed.join(", ") }, name);
  return found ?? null;
}

function readKevEntry(content: Part): Exploitation {
  return { source: kevSource, since: content.day("dateAdded"), due: null, ransomware: false, action: null };
}
