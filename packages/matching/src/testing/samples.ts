import type { Advisory, AdvisoryDocument, Affected, SeverityRating, Subject, VexStatement } from "@bongsu/advisories";
import type { Component } from "@bongsu/sbom";
import { parsePurl, parseVers, type VersionRange } from "@bongsu/versions";
import type { Bom } from "../input.ts";

/** Objects for tests: everything that is not given is empty. */

const ecosystems: Record<string, string> = {
  npm: "npm",
  pypi: "PyPI",
  golang: "Go",
  maven: "Maven",
  cargo: "crates.io",
};

const none = { package: null, purl: null, cpe: null, product: null };

/** `pkg:npm/a` or `pkg:npm/a@1` as a subject. */
export function subject(purl: string): Subject {
  const { type, namespace, name } = parsePurl(purl);
  const ecosystem = ecosystems[type] ?? type;
  const separator = type === "maven" ? ":" : "/";
  return {
    ...none,
    package: { ecosystem, release: "", name: [namespace, name].filter(Boolean).join(separator) },
    purl,
  };
}

export const cpeSubject = (cpe: string): Subject => ({ ...none, cpe });

/** `vers:npm/>=1|<2`. */
export const range = (vers: string): VersionRange => parseVers(vers);

export function affected(subject: Subject, given: Partial<Affected> = {}): Affected {
  return {
    subject,
    status: "affected",
    range: null,
    allVersions: false,
    fixed: [],
    remediations: [],
    severities: [],
    commits: [],
    path: "",
    ...given,
  };
}

export function advisory(id: string, given: Partial<Advisory> = {}): Advisory {
  return {
    format: "osv",
    id,
    documentId: id,
    publisher: null,
    aliases: [],
    related: [],
    upstream: [],
    title: null,
    summary: null,
    details: null,
    published: null,
    modified: null,
    withdrawn: null,
    severities: [],
    exploited: null,
    ssvc: null,
    weaknesses: [],
    affected: [],
    remediations: [],
    references: [],
    credits: [],
    tlp: null,
    original: null,
    ...given,
  };
}

export function statement(given: Partial<VexStatement>): VexStatement {
  return {
    format: "openvex",
    documentId: "https://example.org/vex/1",
    author: null,
    vulnerabilities: [],
    subjects: [],
    refs: [],
    components: [],
    range: null,
    status: "not_affected",
    justification: null,
    justificationText: null,
    impact: null,
    action: null,
    at: null,
    path: "",
    ...given,
  };
}

export function document(given: Partial<AdvisoryDocument>): AdvisoryDocument {
  return { format: "osv", advisories: [], statements: [], exploited: [], epss: [], problems: [], ...given };
}

export const word = (rating: SeverityRating["rating"]): SeverityRating => ({
  system: "text",
  vector: null,
  score: null,
  rating,
  source: null,
});

/** A library by its package URL, its identity as the readers give it. */
export function component(purl: string, given: Partial<Component> = {}): Component {
  const { namespace, name, version } = parsePurl(purl);
  const identity = subject(purl).package;
  return { ...bare(name), ref: purl, group: namespace, version, matchVersion: version, purl, identity, ...given };
}

/** A component with a name only. */
export function bare(name: string): Component {
  return {
    ref: name,
    type: "library",
    group: null,
    name,
    version: null,
    purl: null,
    cpe: null,
    cpes: [],
    identity: null,
    identifiedBy: null,
    matchVersion: null,
    module: null,
    unmatchable: null,
    hashes: [],
    licenses: [],
    supplier: null,
    supplierRole: null,
    scope: null,
    path: "",
    parent: null,
    model: null,
    data: [],
  };
}

export function bom(components: Component[], given: Partial<Bom> = {}): Bom {
  return { name: "bom.json", id: null, revision: null, subject: null, components, statements: [], ...given };
}
