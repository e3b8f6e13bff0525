export * from "./component.ts";
export type { ReadSbomOptions } from "./options.ts";
export { sbomProblems } from "./problems.ts";
export { readSbom, streamSbom } from "./read.ts";
export { recogniseLength, recogniseSbom } from "./recognise.ts";
