import type { VexJustification, VexStatus } from "./advisory.ts";
import type { Part } from "./part.ts";

const statuses: readonly VexStatus[] = ["affected", "not_affected", "fixed", "under_investigation"];

export const vexJustifications: readonly VexJustification[] = [
  "component_not_present",
  "vulnerable_code_not_present",
  "vulnerable_code_not_in_execute_path",
  "vulnerable_code_cannot_be_controlled_by_adversary",
  "inline_mitigations_already_exist",
];

/** Reads a status that must be there; anything but the four words is reported. */
export function vexStatus(part: Part, name: string): VexStatus | null {
  const word = part.required(name);
  return word === null ? null : known(part, name, word, statuses);
}

/** Reads a justification in CISA's words; another word is reported and gives null. */
export function vexJustification(part: Part, name: string): VexJustification | null {
  const word = part.text(name);
  return word === null ? null : known(part, name, word, vexJustifications);
}

/** Gives the word back if it is among those allowed, else reports it. */
export function known<const T extends string>(part: Part, name: string, word: string, allowed: readonly T[]): T | null {
  const found = allowed.find((one) => one === word);
  if (found === undefined)
    part.report("advisories.unknown-word", { field: name, value: word, allowed: allowed.join(", ") }, name);
  return found ?? null;
}

/** So many names of one vulnerability are shared by its statements without counting. */
const fewNames = 20;

/**
 * The names for one of a vulnerability's statements. A document can be made in which each of very many statements has
 * each of very many names: such are cut off.
 */
export function namesOfStatement(part: Part, names: string[]): string[] {
  return names.length <= fewNames ? names : part.afford(names, "names");
}
