import { defineOrder } from "../order.ts";
import { compareNumbers, parseNumbers, writeNumbers } from "./numbers.ts";

/**
 * R's `package_version`: numbers between dots or hyphens, which are alike; `1.0` is below `1.0.0`.
 */
export const cran = defineOrder({
  name: "cran",
  parse: (text) => parseNumbers(text, ".-"),
  compare: compareNumbers,
  write: writeNumbers,
});
