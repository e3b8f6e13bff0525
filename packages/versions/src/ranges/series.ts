import { compareKeys } from "../key.ts";
import type { Bound, Interval } from "../range.ts";
import { increment } from "./native/partial.ts";
import type { VersionReader } from "./reader.ts";

const series = /^([vV]?)(\d+(?:\.\d+)*)\.[xX*]$/;

/**
 * The end of a series such as `2.*`, exclusively: the least version known that no longer belongs to it. Where the order has
 * prereleases, those of the next series come after the end too. Null where the text is no series, or cannot be read.
 */
export function seriesEnd(text: string, read: VersionReader): Bound | null {
  const numbers = series.exec(text)?.[2]?.split(".");
  if (numbers === undefined) return null;
  const next = [...numbers.slice(0, -1), increment(numbers.at(-1) ?? "0")];
  const release = next.join(".");
  const end = read(release);
  if (end === null) return null;
  const three = [...next, "0", "0"].slice(0, Math.max(3, next.length)).join(".");
  for (const version of [`${three}-0`, `${release}.dev0`, `${release}~`]) {
    const key = read(version);
    if (key !== null && compareKeys(key, end) < 0) return { version, key, inclusive: false };
  }
  return { version: release, key: end, inclusive: false };
}

/** All versions of a series such as `2.x`; null where the text is none, or cannot be read. */
export function seriesInterval(text: string, read: VersionReader): Interval | null {
  const high = seriesEnd(text, read);
  const version = text.slice(0, -2);
  const key = read(version);
  return high === null || key === null ? null : { low: { version, key, inclusive: true }, high };
}
