import { compareDigits, compareText } from "../characters.ts";
import { defineOrder } from "../order.ts";

interface Openssl {
  numbers: string[];
  /** The prerelease's kind and number (`3.0.0-alpha1`, `1.1.1-pre9`); null for a release. */
  prerelease: { kind: string; number: string } | null;
  /** The letter release before 3.0: none, then `a` … `z`, then `za` … */
  letters: string;
}

const form = /^(\d+)\.(\d+)(?:\.(\d+))?([a-z]*)(?:-(alpha|beta|pre|dev)\.?(\d*))?$/i;

function parseOpenssl(text: string): Openssl | null {
  const match = form.exec(text);
  if (match === null) return null;
  const [, major = "", minor = "", patch = "", letters = "", kind, number = ""] = match;
  return {
    numbers: [major, minor, patch],
    letters: letters.toLowerCase(),
    prerelease: kind === undefined ? null : { kind: kind.toLowerCase(), number },
  };
}

/** OpenSSL's own numbering: https://openssl-library.org/policies/general/versioning-policy/ */
export const openssl = defineOrder<Openssl>({
  name: "openssl",
  parse: parseOpenssl,
  compare(a, b) {
    for (let i = 0; i < 3; i++) {
      const difference = compareDigits(a.numbers[i] ?? "", b.numbers[i] ?? "");
      if (difference !== 0) return difference;
    }
    const letters = compareText(a.letters, b.letters);
    if (letters !== 0) return letters;
    if (a.prerelease === null || b.prerelease === null)
      return Number(a.prerelease === null) - Number(b.prerelease === null);
    const kind = compareText(a.prerelease.kind, b.prerelease.kind);
    return kind === 0 ? compareDigits(a.prerelease.number, b.prerelease.number) : kind;
  },
  write(key, { numbers, letters, prerelease }) {
    for (const number of numbers) key.number(number);
    key.text(letters);
    if (prerelease === null) return key.byte(1);
    key.byte(0);
    key.text(prerelease.kind);
    key.number(prerelease.number);
  },
});
