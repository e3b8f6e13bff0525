import type { Problem } from "@bongsu/base";
import type { Purl } from "@bongsu/versions";

export interface Hash {
  /** As CycloneDX writes it: `SHA-256`, `SHA-512`, `MD5` … */
  algorithm: string;
  value: string;
}

/** Which package of which ecosystem and release a component is: what matching joins on. */
export interface PackageIdentity {
  /** As OSV writes it, without the release: `npm`, `PyPI`, `Debian`, `AlmaLinux` … */
  ecosystem: string;
  /** The distribution's release (`12`, `9`, `v3.19`); empty elsewhere. */
  release: string;
  /** Normalised as the ecosystem does it. */
  name: string;
}

/** Why a component cannot be matched with advisories. */
export type UnmatchableReason =
  | "no-identity" // neither purl nor cpe, and a bare name says too little
  | "no-version"
  | "unknown-ecosystem" // the purl's type belongs to no ecosystem that advisories speak of
  | "no-release" // an operating-system package without its distribution's release
  | "invalid-purl"
  | "not-software"; // a file, a device, a data set, a cryptographic asset

/** One piece of software (or a model, a data set, a service …) that a document lists, whatever the document's format. */
export interface Component {
  /** Unique within the document: `bom-ref`, `SPDXID`, `spdxId`, or a made-up one where it has none. */
  ref: string;
  /** CycloneDX's words: `library`, `application`, `operating-system`, `container`, `machine-learning-model`, `data`, `service` … */
  type: string;
  /** Maven's group, npm's scope …; null if none. */
  group: string | null;
  name: string;
  version: string | null;
  /** Canonical, where it is valid. */
  purl: string | null;
  cpe: string | null;
  identity: PackageIdentity | null;
  /** Set exactly where the component cannot be matched. */
  unmatchable: UnmatchableReason | null;
  hashes: Hash[];
  /** SPDX expressions or names, as written. */
  licenses: string[];
  supplier: string | null;
  /** CycloneDX `scope`: `required`, `optional`, `excluded`; null if not said. */
  scope: string | null;
  /** Where it stands: a JSON Pointer, an XPath, or `line N` (tag-value). */
  path: string;
  /** Parent component by nesting; null at the top. */
  parent: string | null;
  model: Model | null;
  data: DataSet | null;
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
}

export interface DataSet {
  kind: string | null;
  classification: string | null;
  description: string | null;
  governance: string[];
}

/** `from` depends on each of `to` (refs). */
export interface Dependency {
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
  /** What the document is about. */
  subject: Component | null;
  tools: string[];
}

/** A whole document read into memory; `readSbom` collects it from the stream. */
export interface Sbom {
  header: SbomHeader;
  components: Component[];
  dependencies: Dependency[];
  /** Embedded `vulnerabilities` (VEX, VDR), raw, for the advisories package to read. */
  vulnerabilities: unknown[];
  /** What could not be read, where and why. */
  problems: Problem[];
}

/** What the streaming reader yields, in the order of the document. The header comes last: parts of it may stand at the end. */
export type SbomEvent =
  | { kind: "component"; component: Component }
  | { kind: "dependency"; dependency: Dependency }
  | { kind: "vulnerability"; vulnerability: unknown }
  | { kind: "problem"; problem: Problem }
  | { kind: "header"; header: SbomHeader };
