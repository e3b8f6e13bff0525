import type { Problem } from "@bongsu/base";
import type { PackageIdentity } from "@bongsu/versions";

export type { PackageIdentity } from "@bongsu/versions";

export interface Hash {
  /** As CycloneDX writes it: `SHA-256`, `SHA-512`, `MD5` … */
  algorithm: string;
  value: string;
}

/** Why a component cannot be matched with advisories. */
export type UnmatchableReason =
  | "no-identity" // neither purl nor cpe, and a bare name says too little
  | "no-version"
  | "unknown-ecosystem" // the purl's type belongs to no ecosystem that advisories speak of
  | "no-release" // an operating-system package without its distribution's release
  | "invalid-purl"
  | "not-software"; // a file, a device, a service, a data set, a cryptographic asset

/** How a document names the one who answers for a component. */
export type SupplierRole = "supplier" | "manufacturer" | "publisher" | "author";

/** What a component's identity was taken from. */
export type IdentitySource =
  | "purl"
  | "bom-ref" // the component has no `purl`, and its `bom-ref` is one that agrees with its name
  | "package-manager" // SPDX: an external reference of that category (`npm`, `maven-central` …)
  | "properties" // the tool's own properties say of which package manager it is
  | "cpe";

/** One piece of software (or a model, a data set, a service …) that a document lists, whatever the document's format. */
export interface Component {
  /** Unique within the document: `bom-ref`, `SPDXID`, `spdxId`; `#` and a path where it has none. */
  ref: string;
  /** CycloneDX's words: `library`, `application`, `operating-system`, `container`, `machine-learning-model`, `data`, `service` … */
  type: string;
  /** Maven's group, npm's scope …; null if none. */
  group: string | null;
  name: string;
  version: string | null;
  /** Canonical, where it is valid. */
  purl: string | null;
  /** The first of `cpes`. */
  cpe: string | null;
  /** Every valid CPE name, as written. */
  cpes: string[];
  /** Null where the component can be matched by its CPE names only, or not at all. */
  identity: PackageIdentity | null;
  identifiedBy: IdentitySource | null;
  /** The version to compare with advisories': an rpm's epoch joined to it, a Debian package's source version …; null if unmatchable. */
  matchVersion: string | null;
  /** The module and stream (`nodejs:18`) of a modular RPM; null elsewhere. */
  module: string | null;
  /** Set exactly where the component cannot be matched. */
  unmatchable: UnmatchableReason | null;
  hashes: Hash[];
  /** SPDX expressions or names, as written. */
  licenses: string[];
  /** Who supplies it; else who made it, published it, wrote it. */
  supplier: string | null;
  /** As what the document names the supplier; null without one. */
  supplierRole: SupplierRole | null;
  /** CycloneDX `scope`: `required`, `optional`, `excluded`; null if not said. */
  scope: string | null;
  /** Where it stands: a JSON Pointer, an XPath, or `line N` (tag-value). */
  path: string;
  /** Parent component by nesting; null at the top. */
  parent: string | null;
  model: Model | null;
  data: DataSet[];
}

/** The model card of an ML-BOM (CycloneDX `modelCard`, SPDX 3 AI profile), as far as a defender asks for it. */
export interface Model {
  task: string | null;
  architectureFamily: string | null;
  architecture: string | null;
  /** Refs or names of the data sets that it was trained on. */
  datasets: string[];
  inputs: string[];
  outputs: string[];
  useCases: string[];
  limitations: string[];
  /** Ethical considerations, fairness, safety: what its maker says can go wrong. */
  risks: string[];
}

export interface DataSet {
  name: string | null;
  kind: string | null;
  classification: string | null;
  description: string | null;
  /** Who owns it, keeps it and answers for it. */
  governance: string[];
  /** What it is meant for. */
  useCases: string[];
  /** Personal and other sensitive data in it, as the document says. */
  sensitive: string[];
}

/** What an edge says: `from` needs `to` to work; has it within; implements it (a standard, an algorithm). */
export type DependencyKind = "depends-on" | "contains" | "provides";

/** `from` depends on (contains, provides) each of `to`: refs, as the document writes them. */
export interface Dependency {
  kind: DependencyKind;
  from: string;
  to: string[];
}

export type SbomFormat = "cyclonedx-json" | "cyclonedx-xml" | "spdx-json" | "spdx-tag-value" | "spdx3-json";

/** What a document says of itself. */
export interface SbomHeader {
  format: SbomFormat;
  specVersion: string;
  /** `serialNumber`, `documentNamespace`, or the SpdxDocument's id; null if none. */
  id: string | null;
  /** CycloneDX `version` of the BOM; null if none. */
  revision: number | null;
  /** ISO 8601, as written; null if none. */
  created: string | null;
  /** What the document is about: refs of components. They are among the document's components. */
  subjects: string[];
  /** The first of `subjects`. A stream of SPDX 2 tells its ref only: there it is null. */
  subject: Component | null;
  tools: string[];
}

/** A whole document read into memory; `readSbom` collects it from the stream. */
export interface Sbom {
  header: SbomHeader;
  /** The document's subject included. */
  components: Component[];
  dependencies: Dependency[];
  /** Embedded `vulnerabilities` (VEX, VDR) in the shape of CycloneDX JSON, for the advisories package to read. */
  vulnerabilities: unknown[];
  /** What could not be read, where and why. */
  problems: Problem[];
}

/**
 * What the streaming reader yields, in the order of the document, but for components that need what stands elsewhere
 * (an operating-system package without its release; all of SPDX 3): these come at the end. The header comes last.
 */
export type SbomEvent =
  | { kind: "component"; component: Component }
  | { kind: "dependency"; dependency: Dependency }
  | { kind: "vulnerability"; vulnerability: unknown; path: string }
  | { kind: "problem"; problem: Problem }
  | { kind: "header"; header: SbomHeader };
