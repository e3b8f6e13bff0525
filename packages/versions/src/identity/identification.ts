import type { SourcePackage } from "./source-package.ts";

/** Which package of which ecosystem and release: what inventories and advisories are joined on. */
export interface PackageIdentity {
  /** As OSV writes it, without the release: `npm`, `PyPI`, `Debian`, `AlmaLinux` … */
  ecosystem: string;
  /** The distribution's release as `normalizeRelease` gives it (`12`, `9`, `v3.19`); empty elsewhere. */
  release: string;
  /** As `normalizeName` gives it; of a distribution that OSV names by source packages, the source package's. */
  name: string;
}

/** Why a package URL means no package of which advisories speak. */
export type UnidentifiedReason =
  | "unknown-ecosystem" // no ecosystem of OSV has packages of this type, or of this distribution
  | "no-release"; // an operating-system package without its distribution's release

export interface Identification {
  identity: PackageIdentity | null;
  /** The version to match by: with the epoch, or the source package's; null where the package URL has none. */
  version: string | null;
  /** The module and stream (`nodejs:18`) of a modular RPM; null elsewhere. */
  module: string | null;
  /** Null exactly where there is an identity. */
  reason: UnidentifiedReason | null;
}

/** What the document around a package URL says, where the package URL itself is silent. */
export interface PackageContext {
  /** The operating system: os-release's `ID` and `VERSION_ID`, or what the document has for them. */
  distribution?: { id: string; release: string } | undefined;
  /** The source package from which the binary one was built. */
  source?: SourcePackage | undefined;
  /** What the document calls the component. */
  name?: string | undefined;
}
