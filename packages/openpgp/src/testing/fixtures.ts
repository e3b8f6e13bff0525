import { readFileSync } from "node:fs";
import type { Scenario } from "./scenarios.ts";

/** Keys and signatures that `make-fixtures.ts` had a real GnuPG make. */
export const fixtures: readonly Scenario[] = JSON.parse(
  readFileSync(new URL("fixtures.json", import.meta.url), "utf8"),
);

export function fixture(name: string): Scenario {
  const found = fixtures.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no fixture ${name}`);
  return found;
}
