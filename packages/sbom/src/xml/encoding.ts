import { recogniseEncoding } from "@bongsu/base";
import { sbomProblems } from "../problems.ts";

/** How many bytes of a text are enough to see its XML declaration. */
export const headLength = 1024;

/** A decoder for an XML text by its byte order mark, or by the encoding that it declares (XML 1.0 appendix F). */
export function xmlDecoder(head: Uint8Array, file: { file?: string }): InstanceType<typeof TextDecoder> {
  const { encoding, mark } = recogniseEncoding(head);
  const declared = encoding === "UTF-8" && mark === 0 ? declaredEncoding(head) : null;
  const label = declared ?? encoding;
  try {
    return new TextDecoder(label, { fatal: true });
  } catch (cause) {
    throw sbomProblems.error("sbom.unsupported-format", { format: label }, file, cause);
  }
}

function declaredEncoding(head: Uint8Array): string | null {
  const text = new TextDecoder("latin1").decode(head.subarray(0, headLength));
  return /^\s*<\?xml[^>]*?\bencoding\s*=\s*["']([A-Za-z0-9._-]+)["']/.exec(text)?.[1] ?? null;
}
