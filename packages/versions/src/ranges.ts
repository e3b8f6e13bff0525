export { rangeKey, rangeOrder } from "./ranges/order.ts";
export { type OsvEvent, type OsvRangeOptions, osvRange } from "./ranges/osv.ts";
export { ecosystemOfScheme, schemeOfEcosystem } from "./ranges/schemes.ts";
export { intersectRanges, rangeContains, rangeIntervals, unionRanges, unreadRange } from "./ranges/set.ts";
export { invertVers, versContains } from "./ranges/vers/contains.ts";
export { formatVers } from "./ranges/vers/format.ts";
export { parseVers } from "./ranges/vers/parse.ts";
