import { starRule } from "./shared/stars.ts";

/** CSAF 2.1, section 6.1.61. */
export const rule = starRule("6.1.61", "Use of Multiple Stars in SKU", "skus", "stock keeping unit");
