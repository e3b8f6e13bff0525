export { type Ecosystem, ecosystemOf, knownEcosystems, orderOf } from "./ecosystems.ts";
export * from "./identity.ts";
export { compareKeys, lowestKey } from "./key.ts";
export type { Comparison, VersionOrder } from "./order.ts";
export * from "./problems.ts";
export * from "./purl.ts";
export * from "./range.ts";
export * from "./ranges.ts";
export * from "./versions.ts";
