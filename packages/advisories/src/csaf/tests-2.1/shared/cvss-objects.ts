import { isText, member } from "./json.ts";
import { type Found, select } from "./select.ts";

const kinds = ["cvss_v2", "cvss_v3", "cvss_v4"] as const;

/** A CVSS object of a metric. */
export interface CvssObject extends Found {
  kind: (typeof kinds)[number];
  /** What its `version` says, or an empty string. */
  version: string;
  /** What its `vectorString` says, or an empty string. */
  vector: string;
}

const textAt = (value: unknown, key: string): string => {
  const text = member(value, key);
  return isText(text) ? text : "";
};

/** Every CVSS object of the document. */
export function cvssObjects(document: unknown): CvssObject[] {
  return kinds.flatMap((kind) =>
    select(document, `$.vulnerabilities[*].metrics[*].content.${kind}`).map((found) => ({
      ...found,
      kind,
      version: textAt(found.value, "version"),
      vector: textAt(found.value, "vectorString"),
    })),
  );
}
