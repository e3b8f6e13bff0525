import { type CvssMetric, metricsOf2, metricsOf3, metricsOf4 } from "./cvss-metrics.ts";
import type { CvssObject } from "./cvss-objects.ts";
import { member } from "./json.ts";

/** The metrics of each kind of CVSS object. */
export const metricsOfKind: { [kind in CvssObject["kind"]]: CvssMetric[] } = {
  cvss_v2: metricsOf2,
  cvss_v3: metricsOf3,
  cvss_v4: metricsOf4,
};

/** The metrics of a vector by their key: `AV` → `N`. The prefix is among them, as `CVSS`. */
export function vectorParts(vector: string): Map<string, string | undefined> {
  return new Map(
    vector.split("/").map((part): [string, string | undefined] => {
      const [key = "", value] = part.split(":", 2);
      return [key, value];
    }),
  );
}

/** The vector with the metrics that it leaves out and the object's JSON members state; in the order of its version. */
export function completeVector({ kind, value, vector }: CvssObject): string {
  const parts = vectorParts(vector);
  const prefix = parts.get("CVSS");
  const metrics = metricsOfKind[kind].flatMap(({ key, property, values }) => {
    const own = parts.get(key);
    const stated = Object.entries(values).find(([, name]) => name === member(value, property))?.[0];
    const chosen = own ?? stated;
    return chosen === undefined ? [] : [`${key}:${chosen}`];
  });
  return [...(prefix === undefined ? [] : [`CVSS:${prefix}`]), ...metrics].join("/");
}
