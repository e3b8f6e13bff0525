export { addOpenapi } from "./add.ts";
export { codesOf, type GivenCode, mayBeHeld } from "./codes.ts";
export { type About, type OpenApiDocument, openapi } from "./document.ts";
