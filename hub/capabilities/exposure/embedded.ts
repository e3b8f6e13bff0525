import { type AdvisoryDocument, readCycloneDxVulnerabilities } from "@bongsu/advisories";
import type { Sbom } from "@bongsu/sbom";

/** The VEX statements that an SBOM brings itself: they speak for the asset that it lists. Null where it brings none. */
export function embeddedStatements(sbom: Sbom, file: string): AdvisoryDocument | null {
  if (sbom.vulnerabilities.length === 0) return null;
  return readCycloneDxVulnerabilities(sbom.vulnerabilities, {
    components: new Map(sbom.components.map((component) => [component.ref, component])),
    documentId: sbom.header.id ?? file,
    author: null,
    timestamp: sbom.header.created,
    file,
  });
}
