import { compareDigits, endOfDigits, trimSpace } from "../characters.ts";
import { defineOrder, type VersionOrder } from "../order.ts";

interface Rebuilt {
  /** What Root rebuilt. */
  version: string;
  key: Uint8Array;
  /** The number of Root's build; empty, which is zero, in any other. */
  build: string;
}

const mark = "root.io.";

/** Where the mark of Root's build begins, at the `-`, `+` or `.` before it; -1 where the version has none. */
function endOfVersion(text: string): number {
  const at = text.lastIndexOf(mark);
  const digitsAt = at + mark.length;
  if (at < 2 || digitsAt === text.length || endOfDigits(text, digitsAt) < text.length) return -1;
  return "-+.".includes(text.charAt(at - 1)) ? at - 1 : -1;
}

/**
 * The packages of an ecosystem that Root rebuilds: the ecosystem's order of what was rebuilt, then the number of Root's
 * build (`7.26.0-root.io.2`, `2.31.0+root.io.1`, `1.35-3.1.root.io.2`). A build is above the version that it mends,
 * which by SemVer `-root.io.2` would not be, and below that version's own next revision, which by dpkg it would not be.
 */
export function rootOf(rebuilt: VersionOrder): VersionOrder {
  return defineOrder<Rebuilt>({
    name: `root-${rebuilt.name}`,
    parse(whole) {
      const text = trimSpace(whole);
      const end = endOfVersion(text);
      const version = end < 0 ? text : text.slice(0, end);
      const key = rebuilt.key(version);
      return key === null ? null : { version, key, build: end < 0 ? "" : text.slice(end + 1 + mark.length) };
    },
    compare: (a, b) => rebuilt.compare(a.version, b.version) || compareDigits(a.build, b.build),
    write(key, { key: own, build }) {
      key.nested(own);
      key.number(build);
    },
  });
}
