import { recogniseEncoding } from "@bongsu/base";
import type { SbomFormat } from "./component.ts";

/** Bytes from the beginning of a document that `recogniseSbom` should be given, if there are as many. */
export const recogniseLength = 64 * 1024;

/** The beginning of a text, whatever its encoding; a character that is cut off becomes U+FFFD. */
export function headText(head: Uint8Array): string {
  const { encoding } = recogniseEncoding(head);
  const label = encoding === "UTF-32" ? "latin1" : encoding;
  return new TextDecoder(label).decode(head.subarray(0, recogniseLength)).trimStart();
}

/**
 * Tells the format of a bill of materials by the beginning of the document, without reading it; null where it is none,
 * or where what names the format stands further on (`readSbom` finds it there).
 */
export function recogniseSbom(head: Uint8Array): SbomFormat | null {
  const text = headText(head);
  if (text.startsWith("{")) return recogniseJson(text);
  if (text.startsWith("<"))
    return /\bxmlns(?::\w+)?\s*=\s*["']http:\/\/cyclonedx\.org\/schema\/bom\//.test(text) ? "cyclonedx-xml" : null;
  return isTagValue(text) ? "spdx-tag-value" : null;
}

function recogniseJson(text: string): SbomFormat | null {
  if (/"bomFormat"\s*:\s*"CycloneDX"/.test(text)) return "cyclonedx-json";
  if (/"spdxVersion"\s*:\s*"SPDX-/.test(text)) return "spdx-json";
  if (/"@context"\s*:\s*(?:\[\s*)?"https?:\/\/spdx\.org\/rdf\/\d/.test(text)) return "spdx3-json";
  return /"\$schema"\s*:\s*"https?:\/\/cyclonedx\.org\/schema\/bom/.test(text) ? "cyclonedx-json" : null;
}

/** SPDX tag-value begins with its version, but for comments and other tags of the document. */
export function isTagValue(text: string): boolean {
  return /^SPDXVersion\s*:/m.test(text);
}
