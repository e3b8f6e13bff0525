import { printable } from "./printable.ts";

/** From the shortest form of a file's name to the longest. */
const forms: ((name: string) => string)[] = [
  (name) => baseOf(name).replace(/(?:\.(?:cdx|spdx|bom))?\.(?:json|xml|spdx)$/i, ""),
  (name) => baseOf(name),
];

const baseOf = (name: string) => name.split(/[/\\]/).at(-1) ?? name;

/** How files are called in a column: without folders and endings, where that tells them apart. */
export function shortLabels(names: readonly string[]): (name: string) => string {
  const distinct = new Set(names);
  const form = forms.find((one) => new Set([...distinct].map(one)).size === distinct.size);
  return (name) => printable(form?.(name) || name);
}
