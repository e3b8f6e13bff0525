import { rangeOrder } from "./order.ts";

/** Reads a version into its key; null where it cannot. */
export type VersionReader = (text: string) => Uint8Array | null;

const plain = /^[vV]?(\d+(?:\.\d+)*|\d+(?:\.\d+)+-\d+)$/;

/**
 * How versions of an ecosystem are read in records that are written by hand. In the ecosystem's own order where it has
 * one; in the `generic` order only numbers between dots (and a build number, `5.3.0-64`), since whether `V17_SP2`, `2.0-beta` or `R5.04` comes before or
 * after another version is for its vendor to say.
 */
export function versionReader(ecosystem: string): VersionReader {
  const order = rangeOrder(ecosystem);
  if (ecosystem !== "generic") return (text) => order?.key(text) ?? null;
  return (text) => {
    const numbers = plain.exec(text)?.[1];
    return numbers === undefined ? null : (order?.key(numbers) ?? null);
  };
}
