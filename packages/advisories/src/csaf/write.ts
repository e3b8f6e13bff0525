import type { Advisory } from "../advisory.ts";
import { joinAliases } from "../aliases.ts";
import { bestSeverity } from "../severity.ts";
import { tlp1Word } from "../tlp.ts";
import { Writing, type Written } from "../written.ts";
import type { CsafDocument, CsafPublisherCategory, CsafRevision, CsafTrackingStatus } from "./document.ts";
import { TreeWriter } from "./write-tree.ts";
import { type WeaknessName, writeVulnerability } from "./write-vulnerability.ts";

/** Who publishes the document (CSAF 2.0 §3.2.1.8). */
export interface CsafPublisher {
  name: string;
  /** A URL under the publisher's control. */
  namespace: string;
  category: CsafPublisherCategory;
  contactDetails?: string;
  issuingAuthority?: string;
}

/** The document's identity and history (CSAF 2.0 §3.2.1.12). */
export interface CsafTracking {
  id: string;
  status: CsafTrackingStatus;
  /** An integer (`1`) or a semantic version (`1.0.0`). */
  version: string;
  initialReleaseDate: string;
  currentReleaseDate: string;
  /** The oldest first; the last one has the document's version. One made of the above if it is not given. */
  revisions?: CsafRevision[];
}

export interface CsafOptions {
  publisher: CsafPublisher;
  tracking: CsafTracking;
  /** That of the first advisory if it is not given. */
  title?: string;
  /** BCP 47, as `ko` or `en-US`. */
  language?: string;
  /** A TLP 2.0 label; the advisories' own if it is not given. */
  tlp?: string;
}

/**
 * Writes advisories as one CSAF 2.0 document: those of the same vulnerability as one vulnerability. It is a security
 * advisory (profile 4) where every vulnerability has products, else of the base profile. What CSAF 2.0 has no place for
 * (CVSS 4 among it) becomes a note for people and is told in `problems`.
 */
export async function toCsaf(advisories: readonly Advisory[], options: CsafOptions): Promise<Written<CsafDocument>> {
  const hasWeaknesses = advisories.some((advisory) => advisory.weaknesses.length > 0);
  return write(advisories, options, hasWeaknesses ? await weaknessNames() : () => undefined);
}

/** The CWE list is large: it is loaded when it is needed. */
async function weaknessNames(): Promise<WeaknessName> {
  const { weaknesses } = await import("@secvisogram/csaf-validator-lib/cwe.js");
  const names = new Map(weaknesses.map(({ id, name }) => [id, name]));
  return (id) => names.get(id);
}

function write(advisories: readonly Advisory[], options: CsafOptions, nameOf: WeaknessName): Written<CsafDocument> {
  const writing = new Writing("CSAF 2.0");
  const tree = new TreeWriter(writing);
  const placed = advisories.map((advisory, i) => {
    const { id, aliases } = advisory;
    // In CSAF, the id is the document's, and no name of the vulnerability.
    const isDocuments = id === options.tracking.id || advisory.format.startsWith("csaf");
    return { id: isDocuments ? (aliases[0] ?? id) : id, aliases, advisory, path: `/${i}` };
  });
  const vulnerabilities = joinAliases(placed).map((group) => writeVulnerability(group, tree, nameOf, writing));
  const branches = tree.branches;
  const isAdvisory =
    vulnerabilities.length > 0 && vulnerabilities.every((vulnerability) => vulnerability.product_status !== undefined);
  return writing.done({
    document: {
      category: isAdvisory ? "csaf_security_advisory" : "csaf_base",
      csaf_version: "2.0",
      title: options.title ?? titleOf(advisories[0]) ?? options.tracking.id,
      ...(options.language !== undefined && { lang: options.language }),
      ...writeHead(advisories, options),
    },
    ...(branches.length > 0 && { product_tree: { branches } }),
    ...(vulnerabilities.length > 0 && { vulnerabilities }),
  });
}

function writeHead(advisories: readonly Advisory[], { publisher, tracking, tlp }: CsafOptions) {
  const label = tlp ?? advisories.find((advisory) => advisory.tlp !== null)?.tlp ?? null;
  const words = advisories.map((advisory) => bestSeverity(advisory)).filter(({ system }) => system === "text");
  const [word] = words.filter(({ rating }) => rating !== "unknown");
  const { initialReleaseDate, currentReleaseDate, version } = tracking;
  const revisions = tracking.revisions ?? [{ number: version, date: currentReleaseDate, summary: "Published." }];
  return {
    publisher: {
      category: publisher.category,
      name: publisher.name,
      namespace: publisher.namespace,
      ...(publisher.contactDetails !== undefined && { contact_details: publisher.contactDetails }),
      ...(publisher.issuingAuthority !== undefined && { issuing_authority: publisher.issuingAuthority }),
    },
    tracking: {
      id: tracking.id,
      status: tracking.status,
      version,
      initial_release_date: initialReleaseDate,
      current_release_date: currentReleaseDate,
      revision_history: revisions,
      generator: { engine: { name: "Bongsu" } },
    },
    ...(label !== null && { distribution: { tlp: { label: tlp1Word(label) } } }),
    ...(word !== undefined && { aggregate_severity: { text: word.rating } }),
  };
}

function titleOf(advisory: Advisory | undefined): string | undefined {
  return advisory === undefined ? undefined : advisory.title || advisory.summary || advisory.id;
}
