import type { Purl } from "../purl.ts";

export interface SourcePackage {
  name: string;
  /** Null where it is not said: then it is the binary package's. */
  version: string | null;
}

/** Tells names of packages from URLs and other things that tools put into the same qualifiers. */
const packageName = /^[A-Za-z0-9][A-Za-z0-9+._-]*$/;

/**
 * The source package from which a binary one was built, where the package URL names it: `upstream=glibc`,
 * `upstream=glibc@2.36-9`, `upstream=openssl-3.0.7-27.el9.src.rpm`, or the same under `source`. Null where it does not.
 */
export function sourcePackageOf(purl: Purl): SourcePackage | null {
  const written = purl.qualifiers?.upstream ?? purl.qualifiers?.source;
  if (written === undefined) return null;
  const source = sourceRpm(written) ?? nameAndVersion(written);
  return packageName.test(source.name) ? source : null;
}

/** `name-version-release.src.rpm` */
function sourceRpm(file: string): SourcePackage | null {
  const stem = /^(.+)\.(?:no)?src\.rpm$/.exec(file)?.[1];
  if (stem === undefined) return null;
  const release = stem.lastIndexOf("-");
  const version = stem.lastIndexOf("-", release - 1);
  return version <= 0 || release < 0 ? null : { name: stem.slice(0, version), version: stem.slice(version + 1) };
}

function nameAndVersion(text: string): SourcePackage {
  const at = text.lastIndexOf("@");
  if (at <= 0) return { name: text, version: null };
  return { name: text.slice(0, at), version: text.slice(at + 1) || null };
}
