import { createHash } from "node:crypto";
import { parsePurl } from "@bongsu/versions";
import type { DemoAsset } from "./asset.ts";

/** When the inventories were made: the morning before the advisory arrives. */
const made = "2025-12-03T00:00:00Z";

/** A UUID that is always the same for the same text (RFC 9562, version 8). */
function uuidOf(text: string): string {
  const hex = createHash("sha256").update(text).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function componentOf(purl: string): Record<string, unknown> {
  const { namespace, name, version } = parsePurl(purl);
  const group = namespace === null ? {} : { group: namespace };
  return { type: "library", "bom-ref": purl, ...group, name, version, purl };
}

/** The inventory of an asset as a CycloneDX 1.6 document in JSON; the same asset gives the same text. */
export function sbomOf({ organisation, name, purls }: DemoAsset): string {
  const document = {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    serialNumber: `urn:uuid:${uuidOf(`${organisation}/${name}`)}`,
    version: 1,
    metadata: {
      timestamp: made,
      component: { type: "application", "bom-ref": `${organisation}/${name}`, group: organisation, name },
    },
    components: purls.map(componentOf),
  };
  return JSON.stringify(document, null, 2);
}
