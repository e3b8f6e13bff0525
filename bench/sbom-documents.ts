import { closeSync, openSync, writeSync } from "node:fs";
import { dataPath, readDataZip } from "../tests/data.ts";

const zip = "sbom/cyclonedx-bom-examples.zip";

/** Real documents with many components, of npm, Maven and Go. */
const sources = ["juice-shop/via_npm/flat/bom.1.4", "keycloak-10.0.2/bom", "proton-bridge/proton-bridge-v1.8.0.bom"];

export type Notation = "cyclonedx-json" | "cyclonedx-xml" | "spdx-json" | "spdx3-json" | "spdx-tag-value";

export const notations: Notation[] = ["cyclonedx-json", "cyclonedx-xml", "spdx-json", "spdx-tag-value", "spdx3-json"];

interface RealComponent {
  name: string;
  version?: string;
  purl?: string;
  hashes?: { alg: string; content: string }[];
}

export const isHere = (): boolean => dataPath(zip) !== null;

/** Writes a document of a size, made by repeating real components, each time with names of its own. */
export function writeDocument(path: string, notation: Notation, bytes: number): void {
  const file = openSync(path, "w");
  const { head, item, tail } = templates[notation]();
  let written = writeSync(file, head);
  for (let n = 0; written < bytes; ) {
    let batch = "";
    for (let k = 0; k < 1000; k++, n++) batch += item(n);
    written += writeSync(file, batch);
  }
  writeSync(file, tail);
  closeSync(file);
}

interface Template {
  head: string;
  /** The nth component, with the separator before it. */
  item(n: number): string;
  tail: string;
}

function read(extension: string): string[] {
  const files = readDataZip(zip);
  return sources.map((source) => {
    const path = [...files.keys()].find((name) => name.endsWith(`${source}.${extension}`)) ?? "";
    return new TextDecoder().decode(files.get(path));
  });
}

const realComponents = (): RealComponent[] => read("json").flatMap((text) => JSON.parse(text).components);

function nth<T>(items: T[], n: number): { item: T; round: number } {
  const item = items[n % items.length];
  if (item === undefined) throw new Error("no components");
  return { item, round: Math.floor(n / items.length) };
}

const templates: Record<Notation, () => Template> = {
  "cyclonedx-json": () => {
    const items = realComponents().map((component) => JSON.stringify(component, null, 2));
    return {
      head: '{"bomFormat":"CycloneDX","specVersion":"1.4","version":1,"components":[',
      item: (n) => {
        const { item, round } = nth(items, n);
        return `${n === 0 ? "" : ","}\n${item.replace('"bom-ref": "', `"bom-ref": "${round}:`)}`;
      },
      tail: "]}",
    };
  },
  "cyclonedx-xml": () => {
    const items = read("xml").flatMap((text) => {
      const list = text.slice(text.indexOf("<components>"), text.indexOf("</components>"));
      return [...list.matchAll(/<component [\s\S]*?<\/component>/g)].map(([whole]) => whole);
    });
    return {
      head: '<?xml version="1.0"?>\n<bom xmlns="http://cyclonedx.org/schema/bom/1.4" version="1"><components>',
      item: (n) => {
        const { item, round } = nth(items, n);
        return `\n    ${item.replace('bom-ref="', `bom-ref="${round}:`)}`;
      },
      tail: "</components></bom>",
    };
  },
  "spdx-json": () => {
    const items = realComponents();
    return {
      head: '{"spdxVersion":"SPDX-2.3","SPDXID":"SPDXRef-DOCUMENT","packages":[',
      item: (n) => {
        const { item } = nth(items, n);
        return `${n === 0 ? "" : ","}\n${JSON.stringify(spdxPackage(item, n), null, 2)}`;
      },
      tail: "]}",
    };
  },
  "spdx-tag-value": () => {
    const items = realComponents();
    return {
      head: "SPDXVersion: SPDX-2.3\nSPDXID: SPDXRef-DOCUMENT\n",
      item: (n) => tagValue(nth(items, n).item, n),
      tail: "",
    };
  },
  "spdx3-json": () => {
    const items = realComponents();
    return {
      head: '{"@context":"https://spdx.org/rdf/3.0.1/spdx-context.jsonld","@graph":[{"type":"CreationInfo","@id":"_:c","specVersion":"3.0.1","created":"2024-01-01T00:00:00Z"}',
      item: (n) =>
        `,\n${spdx3Elements(nth(items, n).item, n)
          .map((element) => JSON.stringify(element, null, 2))
          .join(",\n")}`,
      tail: "]}",
    };
  },
};

function spdxPackage({ name, version, purl, hashes = [] }: RealComponent, n: number) {
  return {
    name,
    SPDXID: `SPDXRef-Package-${n}`,
    versionInfo: version,
    supplier: "NOASSERTION",
    downloadLocation: "NOASSERTION",
    filesAnalyzed: false,
    licenseConcluded: "NOASSERTION",
    licenseDeclared: "MIT",
    copyrightText: "NOASSERTION",
    checksums: hashes
      .slice(0, 2)
      .map(({ alg, content }) => ({ algorithm: alg.replace("SHA-", "SHA"), checksumValue: content })),
    externalRefs: [{ referenceCategory: "PACKAGE-MANAGER", referenceType: "purl", referenceLocator: purl }],
  };
}

function tagValue({ name, version, purl }: RealComponent, n: number): string {
  return [
    "",
    `PackageName: ${name}`,
    `SPDXID: SPDXRef-Package-${n}`,
    `PackageVersion: ${version}`,
    "PackageSupplier: NOASSERTION",
    "PackageDownloadLocation: NOASSERTION",
    "FilesAnalyzed: false",
    "PackageLicenseConcluded: NOASSERTION",
    "PackageLicenseDeclared: MIT",
    "PackageCopyrightText: <text>Copyright\nby its authors</text>",
    `ExternalRef: PACKAGE-MANAGER purl ${purl}`,
    "",
  ].join("\n");
}

function spdx3Elements({ name, version, purl, hashes = [] }: RealComponent, n: number): object[] {
  const base = "https://example.org/documents/benchmark#";
  return [
    {
      type: "software_Package",
      spdxId: `${base}Package-${n}`,
      creationInfo: "_:c",
      name,
      software_packageVersion: version,
      software_packageUrl: purl,
      software_primaryPurpose: "library",
      verifiedUsing: hashes.slice(0, 1).map(({ alg, content }) => ({
        type: "Hash",
        algorithm: alg.replace("-", "").toLowerCase(),
        hashValue: content,
      })),
    },
    {
      type: "Relationship",
      spdxId: `${base}Relationship-${n}`,
      creationInfo: "_:c",
      relationshipType: "dependsOn",
      from: `${base}Package-${n}`,
      to: [`${base}Package-${Math.floor(n / 2)}`],
    },
  ];
}
