export * from "./json/index.ts";
export * from "./problem.ts";
export * from "./text.ts";
export * from "./uuid.ts";
