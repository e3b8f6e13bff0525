import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

/** Content codings that the hub writes (RFC 9110 §8.4.1), the best first. */
export type Encoding = "br" | "gzip";

const codings: readonly Encoding[] = ["br", "gzip"];

/** How much each coding is wanted; `*` is for those that are not named. */
function weightsIn(accepted: string): Map<string, number> {
  return new Map(
    accepted.split(",").map((one): [string, number] => {
      const [name = "", ...parameters] = one.split(";").map((part) => part.trim().toLowerCase());
      const weight = parameters.find((part) => part.startsWith("q="));
      return [name, weight === undefined ? 1 : Number(weight.slice(2)) || 0];
    }),
  );
}

/** The coding that a client wants most among those offered (RFC 9110 §12.5.3); null: as it is. */
export function encodingFor(accepted: string | null, offered: readonly Encoding[] = codings): Encoding | null {
  if (accepted === null) return null;
  const weights = weightsIn(accepted);
  const weightOf = (one: Encoding) => weights.get(one) ?? weights.get("*") ?? 0;
  const [best] = offered.filter((one) => weightOf(one) > 0).sort((a, b) => weightOf(b) - weightOf(a));
  return best !== undefined && weightOf(best) >= (weights.get("identity") ?? 0) ? best : null;
}

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/** Packs a text, off the main thread. What is made once may take its time: `lasting`. */
export async function pack(text: string, encoding: Encoding, lasting = false): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = Buffer.from(text);
  const packed =
    encoding === "gzip"
      ? await gzipped(bytes, { level: lasting ? 9 : 5 })
      : await brotli(bytes, {
          params: {
            [constants.BROTLI_PARAM_QUALITY]: lasting ? 9 : 4,
            [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
            [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
          },
        });
  return new Uint8Array(packed);
}
