/** The release for which a package was built, where its version says so: `-27.el9_2`, `.oe2203sp3`, `.mga9`, `+deb12u4`. */
const tags: Record<string, { pattern: RegExp; release(match: RegExpExecArray): string }> = {
  el: { pattern: /[._+]el(\d+)/, release: ([, number]) => number ?? "" },
  mga: { pattern: /\.mga(\d+)/, release: ([, number]) => number ?? "" },
  deb: { pattern: /[+~]deb(\d+)u/, release: ([, number]) => number ?? "" },
  oe: {
    pattern: /\.oe(\d\d)(\d\d)(?:sp(\d+))?/,
    release: ([, year, month, pack]) => `${year}.${month}-LTS${pack === undefined ? "" : `-SP${pack}`}`,
  },
};

const tagOf: Record<string, keyof typeof tags> = {
  AlmaLinux: "el",
  "Rocky Linux": "el",
  "Red Hat": "el",
  Mageia: "mga",
  Debian: "deb",
  openEuler: "oe",
};

/** The release that a package's version names, as `normalizeRelease` gives it; null where it names none. */
export function taggedRelease(ecosystem: string, version: string | null): string | null {
  const tag = Object.hasOwn(tagOf, ecosystem) ? tags[tagOf[ecosystem] ?? ""] : undefined;
  const match = tag?.pattern.exec(version ?? "") ?? null;
  return match === null ? null : (tag?.release(match) ?? null);
}
