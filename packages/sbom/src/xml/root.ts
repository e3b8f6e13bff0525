import type { Place } from "@bongsu/base";
import type { SaxesTagNS } from "saxes";
import { sbomProblems } from "../problems.ts";

const namespace = /^http:\/\/cyclonedx\.org\/schema\/bom\/(\d+\.\d+)$/;

/** The document's own members as JSON has them. Throws where the root element is not CycloneDX's. */
export function rootOf(tag: SaxesTagNS, place: Place): object {
  const specVersion = namespace.exec(tag.uri)?.[1];
  if (tag.local !== "bom" || specVersion === undefined) throw foreignRoot(tag, place);
  const serialNumber = tag.attributes.serialNumber?.value;
  const version = tag.attributes.version?.value.trim();
  return {
    bomFormat: "CycloneDX",
    specVersion,
    ...(serialNumber === undefined ? {} : { serialNumber }),
    ...(version === undefined ? {} : { version: /^\d{1,15}$/.test(version) ? Number(version) : version }),
  };
}

function foreignRoot(tag: SaxesTagNS, place: Place) {
  if (tag.local === "RDF" || tag.uri.startsWith("http://spdx.org/"))
    return sbomProblems.error("sbom.unsupported-format", { format: "SPDX RDF/XML" }, place);
  if (tag.local === "Document") return sbomProblems.error("sbom.unsupported-format", { format: "SPDX XML" }, place);
  return sbomProblems.error("sbom.unknown-format", {}, place);
}
