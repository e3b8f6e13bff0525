import type { AdvisoryDocument, Subject, VexJustification, VexStatement, VexStatus } from "../advisory.ts";
import { documentOf } from "../document.ts";
import { isVulnerabilityId } from "../names.ts";
import { type Fields, Part } from "../part.ts";
import type { Reading } from "../reading.ts";
import { identifiedSubject } from "../subject.ts";
import { namesOfStatement, vexJustification, vexStatus } from "../vex.ts";

/** What a document says for all of its statements. */
interface Inherited {
  documentId: string;
  author: string | null;
  at: string | null;
}

/** Reads OpenVEX: 0.2.0, and 0.0.1, where vulnerabilities and products are bare strings. */
export function readOpenVex(document: Fields, reading: Reading): AdvisoryDocument {
  const part = new Part(reading, document);
  const inherited: Inherited = {
    documentId: part.required("@id") ?? "",
    author: part.text("author"),
    at: part.time("timestamp"),
  };
  return documentOf("openvex", reading, {
    statements: part.parts("statements").flatMap((statement) => statementsOf(statement, inherited)),
  });
}

/** One for all products that are named whole, and one for each product of which only a part is meant. */
function statementsOf(part: Part, inherited: Inherited): VexStatement[] {
  const vulnerabilities = vulnerabilityNames(part);
  const status = vexStatus(part, "status");
  if (vulnerabilities.length === 0) part.report("advisories.missing", { field: "vulnerability" });
  if (vulnerabilities.length === 0 || status === null) return [];
  const said = { ...claim(part, status), ...inherited };
  // The statement's own time overrides the document's; an update is a newer claim.
  said.at = part.time("last_updated") ?? part.time("timestamp") ?? inherited.at;
  const shared = componentsOf(part, "subcomponents").map((component) => component.subject);
  const products = componentsOf(part, "products");
  const whole = products.filter((product) => product.subcomponents.length === 0);
  const partly = products.filter((product) => product.subcomponents.length > 0);
  if (products.length === 0) part.report("advisories.no-subject");
  const groups = [...(whole.length > 0 ? [whole] : []), ...partly.map((product) => [product])];
  const statements = groups.map(
    (group): VexStatement => ({
      ...said,
      format: "openvex",
      vulnerabilities: namesOfStatement(part, vulnerabilities),
      subjects: group.map((product) => product.subject),
      refs: group.flatMap((product) => product.ref ?? []),
      components: [...group.flatMap((product) => product.subcomponents), ...part.afford(shared, "subcomponents")],
      range: null,
      path: part.path,
    }),
  );
  return statements.filter((statement) => statement.vulnerabilities.length > 0);
}

function claim(part: Part, status: VexStatus) {
  const justificationText = part.text("justification");
  const justification: VexJustification | null = vexJustification(part, "justification");
  const impact = part.text("impact_statement");
  if (status === "not_affected" && justificationText === null && impact === null)
    part.report("advisories.missing", { field: "justification" });
  const notes = part.text("status_notes");
  return { status, justification, justificationText, impact: impact ?? notes, action: part.text("action_statement") };
}

/** `"CVE-…"` (0.0.1) or `{ name, "@id", aliases }` (0.2.0). */
function vulnerabilityNames(part: Part): string[] {
  if (typeof part.fields.vulnerability === "string") return [part.fields.vulnerability].filter((name) => name !== "");
  const vulnerability = part.part("vulnerability");
  if (vulnerability === null) return [];
  const name = vulnerability.text("name") ?? nameInIri(vulnerability.text("@id"));
  return [...new Set([...(name === null ? [] : [name]), ...vulnerability.texts("aliases")])];
}

/** `CVE-2019-17571` of `https://nvd.nist.gov/vuln/detail/CVE-2019-17571`. */
function nameInIri(iri: string | null): string | null {
  const last = iri?.slice(iri.lastIndexOf("/") + 1) ?? "";
  return isVulnerabilityId(last) ? last : iri;
}

interface Component {
  subject: Subject;
  /** An identifier that is no package URL. */
  ref: string | null;
  subcomponents: Subject[];
}

function componentsOf(part: Part, name: string): Component[] {
  return part.textsOrParts(name).flatMap((item) => {
    const component = typeof item === "string" ? bareComponent(part, name, item) : describedComponent(item);
    return component === null ? [] : [component];
  });
}

/** 0.0.1: a package URL or another identifier. */
function bareComponent(part: Part, name: string, id: string): Component {
  const purl = id.startsWith("pkg:") ? id : null;
  return { subject: identifiedSubject({ id, purl, cpe: null }, part, name), ref: refOf(id), subcomponents: [] };
}

function describedComponent(part: Part): Component | null {
  const identifiers = part.part("identifiers");
  const id = part.text("@id") ?? firstHash(part);
  const purl = identifiers?.text("purl") ?? (id?.startsWith("pkg:") ? id : null);
  // The specification writes `cpe23`, its JSON Schema `@cpe23`.
  const cpes = ["cpe23", "@cpe23", "cpe22", "@cpe22"].map((name) => identifiers?.text(name) ?? null);
  const cpe = cpes.find((text) => text !== null) ?? null;
  if (id === null && purl === null && cpe === null) {
    part.report("advisories.no-subject");
    return null;
  }
  return {
    subject: identifiedSubject({ id, purl, cpe }, part, ""),
    ref: id === null ? null : refOf(id),
    subcomponents: componentsOf(part, "subcomponents").map((component) => component.subject),
  };
}

/** An identifier by which a BOM may name the component; a package URL is none. */
function refOf(id: string): string | null {
  return id.startsWith("pkg:") ? null : id;
}

/** `sha-256:…`, where nothing else names the component. */
function firstHash(part: Part): string | null {
  const hashes = part.part("hashes");
  const [algorithm] = Object.keys(hashes?.fields ?? {});
  const value = algorithm === undefined ? null : hashes?.text(algorithm);
  return value ? `${algorithm}:${value}` : null;
}
