import { BongsuError } from "@bongsu/base";
import { magic } from "./frame.ts";
import type { BundleHeader } from "./header.ts";
import { bundleLimits } from "./limits.ts";
import type { FrameLine } from "./manifest.ts";
import { frameAt } from "./scan.ts";
import type { Source } from "./source.ts";
import { headerFrame } from "./verify.ts";

/** What an interrupted file holds: its header, its complete frames (the header's first), and where they end. */
export interface Interrupted {
  header: BundleHeader;
  lines: FrameLine[];
  offset: number;
}

/** Whether the file may be the beginning of a bundle, however short it is. */
export async function isBeginning(source: Source): Promise<boolean> {
  const bytes = await source.read(0, Math.min(magic.length, source.size));
  return bytes.every((byte, index) => byte === magic[index]);
}

/** Looks for the last complete frame of a file that was being written; null where not even the header is there. */
export async function resumeBundle(source: Source): Promise<Interrupted | null> {
  try {
    const { header, frame } = await headerFrame(source, bundleLimits);
    const found: Interrupted = { header, lines: [frame.line], offset: frame.end };
    for (;;) {
      const next = await frameAt(source, found.offset, bundleLimits).catch(orNull);
      if (next === null || next.head.kind === "T") return found;
      found.lines.push(next.line);
      found.offset = next.end;
    }
  } catch (error) {
    return orNull(error);
  }
}

function orNull(error: unknown): null {
  if (error instanceof BongsuError) return null;
  throw error;
}
