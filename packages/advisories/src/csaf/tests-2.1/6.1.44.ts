import { starRule } from "./shared/stars.ts";

/** CSAF 2.1, section 6.1.44. */
export const rule = starRule("6.1.44", "Use of Multiple Stars in Serial Number", "serial_numbers", "serial number");
