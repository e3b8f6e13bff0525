export * from "./advisory.ts";
