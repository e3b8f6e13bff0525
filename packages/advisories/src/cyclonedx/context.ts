import type { Part } from "../part.ts";

/** What a reader of vulnerabilities must know of a component: that of an SBOM fits as it is. */
export interface BomComponent {
  group?: string | null;
  name: string;
  version: string | null;
  purl: string | null;
  cpe: string | null;
}

/** What surrounds a list of vulnerabilities. */
export interface CycloneDxContext {
  /** By `bom-ref`. */
  components: ReadonlyMap<string, BomComponent>;
  /** The BOM's serial number, or another name of the document. */
  documentId: string;
  /** Who made the document; null if not said. */
  author: string | null;
  /** When it was made; null if not said. */
  timestamp: string | null;
}

/** The components and services of a BOM, nested ones and the one that it is about among them, by `bom-ref`. */
export function readBomComponents(bom: Part): Map<string, BomComponent> {
  const found = new Map<string, BomComponent>();
  const main = bom.part("metadata")?.part("component") ?? null;
  const open = [...(main === null ? [] : [main]), ...bom.parts("components"), ...bom.parts("services")];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    const ref = part.text("bom-ref");
    const name = part.text("name");
    if (ref !== null && name !== null && !found.has(ref))
      found.set(ref, {
        group: part.text("group"),
        name,
        version: part.text("version"),
        purl: part.text("purl"),
        cpe: part.text("cpe"),
      });
    for (const name of ["components", "services"]) for (const below of part.parts(name)) open.push(below);
  }
  return found;
}

/** `manufacturer`, `supplier` or the first author that a BOM names. */
export function readBomAuthor(bom: Part): string | null {
  const metadata = bom.part("metadata");
  if (metadata === null) return null;
  for (const name of ["manufacturer", "manufacture", "supplier"]) {
    const found = metadata.part(name)?.text("name") ?? null;
    if (found !== null) return found;
  }
  return metadata.parts("authors")[0]?.text("name") ?? null;
}
