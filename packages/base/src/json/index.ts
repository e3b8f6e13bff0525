export { type ParseJsonOptions, parseJson } from "./parse.ts";
