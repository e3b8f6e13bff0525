import { endOfDigits, endOfLetters, isDigit } from "../characters.ts";
import { defineOrder } from "../order.ts";
import { compareSemver, parseSemver, type Semver, writeSemver } from "./semver.ts";

/**
 * Reads the version of a Go toolchain (https://go.dev/doc/toolchain#version): `go1.21rc2` is `1.21.0-rc.2`, as the Go
 * vulnerability database writes it; what follows a hyphen (`go1.21.3-vendor`) does not count.
 */
function parseToolchain(text: string): Semver | null {
  const hyphenAt = text.indexOf("-");
  const end = hyphenAt < 0 ? text.length : hyphenAt;
  const release: string[] = [];
  let at = 1;
  do {
    const from = at + 1;
    at = endOfDigits(text, from);
    if (at === from) return null;
    release.push(text.slice(from, at));
  } while (text[at] === ".");
  if (at >= end) return { release, prerelease: [], build: [] };
  const letters = endOfLetters(text, at);
  const digits = endOfDigits(text, letters);
  if (letters === at || digits !== end) return null;
  const prerelease = [text.slice(at, letters), text.slice(letters, digits)].filter((part) => part !== "");
  return { release, prerelease, build: [] };
}

function parseGo(text: string): Semver | null {
  return text.startsWith("go") && isDigit(text.charCodeAt(2)) ? parseToolchain(text) : parseSemver(text);
}

/**
 * Go modules (https://go.dev/ref/mod#versions): semantic versions, with or without their `v`. Pseudo-versions are
 * prereleases made to sort; `+incompatible` is build metadata and does not count.
 */
export const go = defineOrder({ name: "go", parse: parseGo, compare: compareSemver, write: writeSemver });
