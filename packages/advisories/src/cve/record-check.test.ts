import assert from "node:assert/strict";
import { test } from "node:test";

/**
 * What the CVE record format 5.2 demands of a published record (its JSON Schema, as far as records written here use it):
 * required and allowed members, patterns, lengths, and lists of distinct items.
 */
type Check = (value: unknown, path: string) => string[];

const text =
  (most: number, pattern = /^[\s\S]*$/, least = 1): Check =>
  (value, path) =>
    typeof value === "string" && value.length >= least && value.length <= most && pattern.test(value) ? [] : [path];

const oneOf =
  (...allowed: unknown[]): Check =>
  (value, path) =>
    allowed.includes(value) ? [] : [path];

const list =
  (check: Check, most = Number.POSITIVE_INFINITY): Check =>
  (value, path) => {
    if (!Array.isArray(value) || value.length === 0 || value.length > most) return [path];
    const distinct = new Set(value.map((item) => JSON.stringify(item)));
    const faults = value.flatMap((item, i) => check(item, `${path}/${i}`));
    return distinct.size === value.length ? faults : [...faults, `${path} repeats`];
  };

const object =
  (required: Record<string, Check>, optional: Record<string, Check> = {}): Check =>
  (value, path) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return [path];
    const missing = Object.keys(required).filter((name) => !Object.hasOwn(value, name));
    const faults = Object.entries(value).flatMap(([name, member]) => {
      const check = required[name] ?? optional[name];
      return check === undefined ? [`${path}/${name} unknown`] : check(member, `${path}/${name}`);
    });
    return [...missing.map((name) => `${path}/${name} missing`), ...faults];
  };

const anyOf =
  (...checks: Check[]): Check =>
  (value, path) =>
    checks.some((check) => check(value, path).length === 0) ? [] : [`${path} fits none`];

const uuid = text(36, /^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-4[0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$/);
const time = text(64, /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]\d{2}:\d{2})?$/);
const uri: Check = (value, path) =>
  typeof value === "string" && value.length <= 2048 && /^[a-z][a-z0-9+.-]*:[!-~]+$/i.test(value) ? [] : [path];
const shortName = text(32, /^/, 2);
const language = text(20, /^[A-Za-z]{2,4}([_-][A-Za-z]{4})?([_-]([A-Za-z]{2}|[0-9]{3}))?$/);
const described = object({ lang: language, value: text(4096) });
const status = oneOf("affected", "unaffected", "unknown");
const version = text(1024);
const versionType = text(128);
const versions = anyOf(
  object({ version, status }),
  object({ version, status, versionType }),
  object({ version, status, versionType, lessThan: version }),
  object({ version, status, versionType, lessThanOrEqual: version }),
);
const score: Check = (value, path) => (typeof value === "number" && value >= 0 && value <= 10 ? [] : [path]);
const severity = oneOf("NONE", "LOW", "MEDIUM", "HIGH", "CRITICAL");
const cvss = (name: string, pattern: RegExp) =>
  object({ version: oneOf(name), vectorString: text(512, pattern), baseScore: score, baseSeverity: severity });

const product: Check = (value, path) => {
  const members = {
    vendor: text(512),
    product: text(2048),
    collectionURL: uri,
    packageName: text(2048),
    packageURL: text(2048, /^pkg:[a-z][a-z0-9.-]*\/[^@]+$/),
    cpes: list(text(2048, /^cpe:(\/[aho]?|2\.3:[aho*-])/)),
    repo: uri,
    defaultStatus: status,
    versions: list(versions),
  };
  const has = (...names: string[]) =>
    typeof value === "object" && value !== null && names.every((name) => Object.hasOwn(value, name));
  return [
    ...object({}, members)(value, path),
    ...(has("vendor", "product") || has("collectionURL", "packageName") ? [] : [`${path} names nothing`]),
    ...(has("versions") || has("defaultStatus") ? [] : [`${path} has no versions`]),
  ];
};

const referenceTag = text(
  128,
  /^(x_.*|patch|exploit|vendor-advisory|third-party-advisory|government-resource|issue-tracking|mailing-list|technical-description|media-coverage|product|mitigation|release-notes|vdb-entry|not-applicable|permissions-required|signature|related|broken-link|customer-entitlement|us-government-resource)$/,
);

const record = object({
  dataType: oneOf("CVE_RECORD"),
  dataVersion: text(20, /^5\.(0|[1-9][0-9]*)(\.(0|[1-9][0-9]*))?$/),
  cveMetadata: object(
    { cveId: text(30, /^CVE-[0-9]{4}-[0-9]{4,19}$/), assignerOrgId: uuid, state: oneOf("PUBLISHED") },
    { assignerShortName: shortName, datePublished: time, dateUpdated: time },
  ),
  containers: object({
    cna: object(
      {
        providerMetadata: object({ orgId: uuid }, { shortName, dateUpdated: time }),
        descriptions: list(described),
        affected: list(product),
        references: list(object({ url: uri }, { name: text(512), tags: list(referenceTag) }), 512),
      },
      {
        title: text(256),
        problemTypes: list(
          object({
            descriptions: list(
              object(
                { lang: language, description: text(4096) },
                { cweId: text(9, /^CWE-[1-9][0-9]*$/, 5), type: text(128) },
              ),
            ),
          }),
        ),
        metrics: list(
          anyOf(
            object({ cvssV4_0: cvss("4.0", /^CVSS:4\.0\/AV:[NALP]\/AC:[LH]\/AT:[NP]\//) }, { format: text(64) }),
            object({ cvssV3_1: cvss("3.1", /^CVSS:3[.]1\//) }, { format: text(64) }),
            object({ cvssV3_0: cvss("3.0", /^CVSS:3[.]0\//) }, { format: text(64) }),
            object(
              { cvssV2_0: object({ version: oneOf("2.0"), vectorString: text(512, /^AV:|AC:/), baseScore: score }) },
              { format: text(64) },
            ),
            object({ other: object({ type: text(128), content: object({}, { value: text(64) }) }) }),
          ),
        ),
        solutions: list(described),
        workarounds: list(described),
        credits: list(described),
        source: object({ advisory: text(1024) }),
      },
    ),
  }),
});

/** The places at which a record breaks the format. */
export function cveFaults(value: unknown): string[] {
  return record(value, "");
}

test("the check finds what it should", () => {
  assert.deepEqual(cveFaults({ dataType: "CVE_RECORD", dataVersion: "4.0", extra: 1 }), [
    "/cveMetadata missing",
    "/containers missing",
    "/dataVersion",
    "/extra unknown",
  ]);
});
