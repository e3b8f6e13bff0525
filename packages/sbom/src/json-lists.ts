/** The formats that are written in JSON. */
export type JsonFormat = "cyclonedx" | "spdx" | "spdx3";

/** The lists of each format by whether their items are read or passed over. */
const lists: Record<JsonFormat, { read: readonly string[]; passed: readonly string[] }> = {
  cyclonedx: {
    read: ["components", "services", "dependencies", "vulnerabilities"],
    passed: ["compositions", "formulation", "externalReferences", "properties", "citations"],
  },
  spdx: {
    read: ["packages", "relationships", "files", "snippets"],
    passed: ["hasExtractedLicensingInfos", "externalDocumentRefs", "revieweds"],
  },
  spdx3: { read: ["@graph"], passed: [] },
};

/** Where an SBOM stands in a JSON document: by itself, in GitHub's export, in an in-toto attestation. */
export const wrappers = ["", "sbom", "predicate"] as const;

/** A list (or `metadata`) of a document. */
export interface Part {
  name: string;
  /** The format that has it; null where several have. */
  format: JsonFormat | null;
  read: boolean;
}

const parts: Part[] = [
  { name: "metadata", format: "cyclonedx", read: true },
  { name: "annotations", format: null, read: false },
  ...(["cyclonedx", "spdx", "spdx3"] as const).flatMap((format) => [
    ...lists[format].read.map((name) => ({ name, format, read: true })),
    ...lists[format].passed.map((name) => ({ name, format, read: false })),
  ]),
];

/** What to pick from a JSON document, by the pattern that picks it. */
export const partsByPattern: ReadonlyMap<string, Part> = new Map(
  wrappers.flatMap((wrapper) =>
    parts.map((part): [string, Part] => [
      `${wrapper === "" ? "" : `/${wrapper}`}/${part.name}${part.name === "metadata" ? "" : "/*"}`,
      part,
    ]),
  ),
);

/** The lists that a format's document may have. */
export function listsOf(format: JsonFormat): string[] {
  return parts.filter((part) => part.format === format && part.name !== "metadata").map((part) => part.name);
}
