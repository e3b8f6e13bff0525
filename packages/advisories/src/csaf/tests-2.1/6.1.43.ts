import { starRule } from "./shared/stars.ts";

/** CSAF 2.1, section 6.1.43. */
export const rule = starRule("6.1.43", "Use of Multiple Stars in Model Number", "model_numbers", "model number");
