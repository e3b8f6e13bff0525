export { canonicalJson } from "./canonical.ts";
export { type Encoding, recogniseEncoding, toUtf8 } from "./encoding.ts";
export type { JsonLimits } from "./limits.ts";
export { type ParseJsonOptions, parseJson } from "./parse.ts";
export { jsonProblems } from "./problems.ts";
export { type JsonItem, JsonSplitter, type SplitJsonOptions } from "./split.ts";
export { type Chunks, type JsonEvent, streamJson, utf8Chunks } from "./stream.ts";
