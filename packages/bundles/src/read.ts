import { BongsuError, parseJson } from "@bongsu/base";
import type { Sealing } from "./frame.ts";
import { type BundleLimits, bundleLimits } from "./limits.ts";
import type { FrameLine } from "./manifest.ts";
import { unpack } from "./pack.ts";
import { bundleProblems } from "./problems.ts";
import { frameAt } from "./scan.ts";
import type { Source } from "./source.ts";

const lineEnd = 0x0a;

/** One JSON value a line, each line ended. Throws `json.*`. */
function recordsOf(bytes: Uint8Array<ArrayBuffer>, limits: BundleLimits): unknown[] {
  const records: unknown[] = [];
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(lineEnd, start);
    const line = bytes.subarray(start, end < 0 ? bytes.length : end);
    records.push(parseJson(line, { maxBytes: limits.frame, maxDepth: 32 }));
    start += line.length + 1;
  }
  return records;
}

/**
 * Second pass: the records of a frame that `verifyBundle` listed, which is checked again, since a file may change
 * between two readings. `number` counts from 1; `open` where the bundle is sealed. Throws `bundles.damaged`.
 */
export async function readFrame(
  source: Source,
  line: FrameLine,
  number: number,
  open: Sealing | null = null,
  limits: BundleLimits = bundleLimits,
): Promise<unknown[]> {
  const damaged = (reason: string, cause?: unknown) =>
    bundleProblems.error(
      "bundles.damaged",
      { offset: line.offset, reason },
      { file: source.name, offset: line.offset },
      cause,
    );
  const { head, payload, line: found } = await frameAt(source, line.offset, limits);
  if (found.sha256 !== line.sha256 || head.sealed !== (open !== null)) throw damaged("changed");
  let packed = payload;
  if (open !== null) {
    try {
      packed = await open(payload, { number, kind: head.kind });
    } catch (cause) {
      throw damaged("sealed for somebody else", cause);
    }
  }
  const plain = await unpack(packed, head.packing, head.plain);
  if (plain === null) throw damaged("packing");
  try {
    const records = recordsOf(plain, limits);
    if (records.length === head.records) return records;
  } catch (cause) {
    if (!(cause instanceof BongsuError)) throw cause;
    throw damaged("records", cause);
  }
  throw damaged("records");
}
