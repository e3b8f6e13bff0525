/** Elements that are arrays in JSON: what they hold are the items, whatever the items' names. */
export const lists = new Set([
  "advisories",
  "affects",
  "authors",
  "components",
  "custodians",
  "cwes",
  "datasets",
  "endpoints",
  "ethicalConsiderations",
  "externalReferences",
  "fairnessAssessments",
  "hashes",
  "individuals",
  "inputs",
  "licenses",
  "organizations",
  "outputs",
  "owners",
  "performanceMetrics",
  "performanceTradeoffs",
  "properties",
  "ratings",
  "references",
  "responses",
  "services",
  "stewards",
  "supportingMaterial",
  "technicalLimitations",
  "useCases",
  "users",
  "versions",
]);

/** Elements that are arrays in JSON even where they stand once, by the elements in which they may stand several times. */
const repeated = new Map<string, ReadonlySet<string>>([
  ["data", new Set(["component"])],
  ["sensitiveData", new Set(["data", "dataset"])],
  ["url", new Set(["supplier", "manufacturer", "manufacture", "provider", "organization"])],
  ["contact", new Set(["supplier", "manufacturer", "manufacture", "provider", "organization"])],
]);

export function isRepeated(name: string, parent: string): boolean {
  return repeated.get(name)?.has(parent) === true;
}

/** Members of components, metadata and the like of which there is one. */
const single = new Set([
  ...["name", "version", "group", "publisher", "purl", "cpe", "scope", "supplier", "manufacturer", "modelCard"],
  ...["components", "services", "hashes", "licenses", "properties", "timestamp", "id", "ref", "analysis", "state"],
]);

export function isSingle(name: string): boolean {
  return single.has(name);
}

/** Names that JSON writes differently. */
const jsonNames = new Map([
  ["responses", "response"],
  ["content-type", "contentType"],
]);

export function jsonName(name: string): string {
  return jsonNames.get(name) ?? name;
}

/** Elements whose text JSON writes as a number. */
export const numbers = new Set(["cwe", "score"]);

/** Elements whose text may be broken into lines at will (`xs:normalizedString`). */
export const normalized = new Set(["cpe", "group", "name", "publisher", "purl", "version"]);

/** What the text of an element with attributes is called in JSON. */
export function textName(name: string): string {
  return name === "property" ? "value" : "content";
}
