export * from "./problems.ts";
export * from "./purl.ts";
export * from "./range.ts";
