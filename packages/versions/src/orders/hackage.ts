import { defineOrder } from "../order.ts";
import { compareNumbers, parseNumbers, writeNumbers } from "./numbers.ts";

/** Haskell's Package Versioning Policy (https://pvp.haskell.org): lists of numbers; `1.0` is below `1.0.0`. */
export const hackage = defineOrder({
  name: "hackage",
  parse: (text) => parseNumbers(text, "."),
  compare: compareNumbers,
  write: writeNumbers,
});
