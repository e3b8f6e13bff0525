/**
 * The major version that a version belongs to, as text to compare: its first number, with the epoch where it has one
 * (`1:2.3` of Debian and RPM, `1!2.3` of PyPI). Before 1.0 the second number counts, as SemVer's caret has it. Null where
 * it begins with no number.
 */
export function majorOf(version: string): string | null {
  const found = /^v?(?:(\d+)[:!]v?)?(\d+)(?:[.](\d+))?/i.exec(version);
  if (found === null) return null;
  const [, epoch = "0", first = "", second = "0"] = found;
  const number = (digits: string) => digits.replace(/^0+(?=\d)/, "");
  const major = number(first) === "0" ? `0.${number(second)}` : number(first);
  return `${number(epoch)}:${major}`;
}
