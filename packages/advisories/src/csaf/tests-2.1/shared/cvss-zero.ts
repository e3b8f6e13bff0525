import { type CvssMetric, metricsOf2, metricsOf3, metricsOf4 } from "./cvss-metrics.ts";
import { isText, type JsonObject, member } from "./json.ts";

/** What decides whether the overall score is 0: the metrics of each version, and the impacts that all must be none. */
const versions = {
  cvss_v2: { metrics: metricsOf2, impacts: ["C", "I", "A"] },
  cvss_v3: { metrics: metricsOf3, impacts: ["C", "I", "A"] },
  cvss_v4: { metrics: metricsOf4, impacts: ["VC", "VI", "VA", "SC", "SI", "SA"] },
} as const;

export type CvssVersion = keyof typeof versions;

const without = new Set([undefined, "NONE", "NEGLIGIBLE"]);

/**
 * Whether a CVSS object's overall score is 0: as it is declared, or as its metrics make it. A metric is read from its
 * JSON member and, where that is not there or not defined, from the vector.
 */
export function hasScoreZero(version: CvssVersion, cvss: JsonObject): boolean {
  if (declaredScore(cvss) === 0) return true;
  const { metrics, impacts } = versions[version];
  const read = reader(metrics, cvss);
  const noImpact = impacts.every((key) => {
    const value = read(`M${key}`) ?? read(key);
    return value === "NONE" || value === "NEGLIGIBLE";
  });
  if (version !== "cvss_v2") return noImpact;
  // CVSS 2.0, section 3.2.3: no target is left, or no impact and no collateral damage.
  return read("TD") === "NONE" || (noImpact && without.has(read("CDP")));
}

/** The score that the others lead to. */
function declaredScore(cvss: JsonObject): unknown {
  return ["environmentalScore", "temporalScore", "baseScore"]
    .map((key) => member(cvss, key))
    .find((score) => score !== undefined);
}

/** Reads a metric by its vector key; undefined where it is not defined. */
function reader(metrics: readonly CvssMetric[], cvss: JsonObject): (key: string) => string | undefined {
  const vectorString = member(cvss, "vectorString");
  const vector = new Map((isText(vectorString) ? vectorString : "").split("/").map((part) => split(part)));
  return (key) => {
    const metric = metrics.find((candidate) => candidate.key === key);
    if (metric === undefined) return undefined;
    const inVector = vector.get(key);
    const fromVector =
      inVector !== undefined && Object.hasOwn(metric.values, inVector) ? metric.values[inVector] : undefined;
    return [member(cvss, metric.property), fromVector].filter(isText).find((value) => value !== "NOT_DEFINED");
  };
}

function split(part: string): [string, string] {
  const [key = "", value = ""] = part.split(":", 2);
  return [key, value];
}
