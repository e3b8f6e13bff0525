import { versionProblems } from "../problems.ts";
import type { VersionRange } from "../range.ts";
import { bracketRange, isBracketed } from "./native/brackets.ts";
import { cargoRange } from "./native/cargo.ts";
import { comparatorRange, goRange } from "./native/comparators.ts";
import { composerRange } from "./native/composer.ts";
import { conanRange } from "./native/conan.ts";
import { gemRange } from "./native/gem.ts";
import { hackageRange } from "./native/hackage.ts";
import { hexRange } from "./native/hex.ts";
import { isSoftRequirement, mavenRange } from "./native/maven.ts";
import { nginxRange } from "./native/nginx.ts";
import { npmRange } from "./native/npm.ts";
import { nugetBrackets, nugetRange } from "./native/nuget.ts";
import { opensslRange } from "./native/openssl.ts";
import { pubRange } from "./native/pub.ts";
import { pypiRange } from "./native/pypi.ts";
import { type NativeSyntax, RangeSource } from "./native/source.ts";
import { rangeOrder } from "./order.ts";
import { canonicalEcosystem } from "./schemes.ts";
import { rangeOfIntervals } from "./set.ts";

const syntaxes: Record<string, NativeSyntax> = {
  npm: npmRange,
  semver: npmRange,
  Maven: mavenRange,
  PyPI: pypiRange,
  RubyGems: gemRange,
  NuGet: nugetRange,
  Packagist: composerRange,
  ConanCenter: conanRange,
  "crates.io": cargoRange,
  Pub: pubRange,
  Go: goRange,
  Hex: hexRange,
  Hackage: hackageRange,
  GHC: hackageRange,
  nginx: nginxRange,
  openssl: opensslRange,
};

/** `(>= 1.0)` without its parentheses, every other character staying where it is. */
function withoutParentheses(text: string): string {
  const inner = text.trim();
  if (!inner.startsWith("(") || !inner.endsWith(")")) return text;
  const start = text.indexOf("(");
  return `${" ".repeat(start + 1)}${text.slice(start + 1, text.lastIndexOf(")"))}`;
}

/**
 * Reads a range in an ecosystem's own notation: npm's `^1.2 || >=3`, Maven's `[1.0,2.0)`, PyPI's `~=1.4.2`, RubyGems'
 * `~> 2.0`, and so on; everywhere also the comparisons and intervals of advisories (`>= 1.0, < 2.0`, `[1.0,2.0)`).
 *
 * Ranges are sets of intervals, as in VERS: whatever lies between two ends belongs to them, prereleases too. What a tool
 * leaves out when it chooses a version to install (npm, PEP 440, Cargo) is not left out here.
 *
 * @param ecosystem as OSV writes it, or a VERS type.
 * @throws BongsuError `versions.invalid-range`, with the offset; `versions.unknown-ecosystem`.
 */
export function nativeRange(ecosystem: string, text: string): VersionRange {
  const name = canonicalEcosystem(ecosystem);
  const order = rangeOrder(name);
  if (order === null) throw versionProblems.error("versions.unknown-ecosystem", { ecosystem });
  const syntax = (Object.hasOwn(syntaxes, name) ? syntaxes[name] : undefined) ?? comparatorRange;
  if (syntax !== conanRange && isBracketed(text)) {
    const brackets = syntax === nugetRange ? nugetBrackets : bracketRange;
    return rangeOfIntervals(name, brackets(new RangeSource(text, order)));
  }
  const source = new RangeSource(syntax === conanRange ? text : withoutParentheses(text), order);
  const isSoft = syntax === mavenRange && isSoftRequirement(text);
  const unparsed = isSoft ? [{ text: text.trim(), role: "recommended" }] : [];
  return rangeOfIntervals(name, syntax(source), { unparsed });
}

/**
 * The versions affected by a vulnerability that an Alpine `secfixes` entry lists under a version: those before it. The
 * version `0` says that the package was never affected.
 *
 * @throws BongsuError `versions.invalid-range` where the version cannot be read.
 */
export function secfixRange(ecosystem: string, fixed: string): VersionRange {
  return fixed.trim() === "0"
    ? rangeOfIntervals(canonicalEcosystem(ecosystem), [])
    : nativeRange(ecosystem, `<${fixed}`);
}
