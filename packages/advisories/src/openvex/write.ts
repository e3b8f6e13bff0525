import { formatPurl, readPurl } from "@bongsu/versions";
import type { Subject, VexJustification, VexStatement, VexStatus } from "../advisory.ts";
import { isUri } from "../csaf/write-texts.ts";
import { distinctValues } from "../texts.ts";
import { Writing, type Written } from "../written.ts";

/** An OpenVEX 0.2.0 document, as far as it is written. */
export interface OpenVexDocument {
  "@context": "https://openvex.dev/ns/v0.2.0";
  "@id": string;
  author: string;
  role?: string;
  timestamp: string;
  version: number;
  tooling?: string;
  statements: OpenVexStatement[];
}

export interface OpenVexStatement {
  vulnerability: { name: string; aliases?: string[] };
  timestamp?: string;
  products: OpenVexProduct[];
  status: VexStatus;
  status_notes?: string;
  justification?: VexJustification;
  impact_statement?: string;
  action_statement?: string;
}

interface OpenVexComponent {
  "@id"?: string;
  identifiers?: { purl?: string; cpe22?: string; cpe23?: string };
}

export interface OpenVexProduct extends OpenVexComponent {
  subcomponents?: OpenVexComponent[];
}

export interface OpenVexOptions {
  /** An IRI that names the document. */
  id: string;
  author: string;
  role?: string;
  /** ISO 8601: when the document is issued. */
  timestamp: string;
  /** 1 if it is not given. */
  version?: number;
  tooling?: string;
}

/**
 * Writes statements as an OpenVEX 0.2.0 document. A version range becomes one product for each version that it lists;
 * intervals have no place there, nor have products without a package URL, a CPE or an IRI: those are told in `problems`.
 */
export function toOpenVex(statements: readonly VexStatement[], options: OpenVexOptions): Written<OpenVexDocument> {
  const writing = new Writing("OpenVEX");
  const written = statements.flatMap((statement, i) => writeStatement(statement, options, writing, `/${i}`));
  return writing.done({
    "@context": "https://openvex.dev/ns/v0.2.0",
    "@id": options.id,
    author: options.author,
    ...(options.role !== undefined && { role: options.role }),
    timestamp: options.timestamp,
    version: options.version ?? 1,
    ...(options.tooling !== undefined && { tooling: options.tooling }),
    statements: distinctValues(written),
  });
}

function writeStatement(
  statement: VexStatement,
  options: OpenVexOptions,
  writing: Writing,
  path: string,
): OpenVexStatement[] {
  const [name, ...aliases] = statement.vulnerabilities;
  const subcomponents = statement.components.flatMap((component) => identify(component, null, null) ?? []);
  const versions = versionsOf(statement, writing, path);
  const products = statement.subjects.flatMap((subject, i) =>
    versions.flatMap((version): OpenVexProduct[] => {
      const product = identify(subject, version, statement.refs[i] ?? null);
      if (product === null) writing.leaveOut(subject.product?.name ?? "", `${path}/subjects/${i}`);
      return product === null ? [] : [{ ...product, ...(subcomponents.length > 0 && { subcomponents }) }];
    }),
  );
  if (name === undefined || products.length === 0) return [];
  return [
    {
      vulnerability: { name, ...(aliases.length > 0 && { aliases }) },
      ...(statement.at !== null && statement.at !== options.timestamp && { timestamp: statement.at }),
      products: distinctValues(products),
      status: statement.status,
      ...explain(statement),
    },
  ];
}

/** The versions to be named one by one; null stands for the subject as it is. */
function versionsOf({ range }: VexStatement, writing: Writing, path: string): (string | null)[] {
  if (range === null) return [null];
  if (range.intervals.length > 0) writing.leaveOut("range", `${path}/range`);
  return range.versions.length > 0 ? range.versions : [null];
}

function identify(
  { purl, cpe, product }: Subject,
  version: string | null,
  ref: string | null,
): OpenVexComponent | null {
  const known = purl === null ? null : readPurl(purl).purl;
  const text = known === null ? purl : formatPurl({ ...known, version: known.version ?? version ?? product?.version });
  const id = text ?? (ref !== null && isUri(ref) ? ref : null);
  if (id === null && cpe === null) return null;
  const identifiers = {
    ...(text !== null && { purl: text }),
    ...(cpe !== null && (cpe.startsWith("cpe:2.3:") ? { cpe23: cpe } : { cpe22: cpe })),
  };
  return { ...(id !== null && { "@id": id }), ...(Object.keys(identifiers).length > 0 && { identifiers }) };
}

/**
 * What the format wants beside a status: of `not_affected`, a justification or else (never both, says the schema) an
 * impact statement; of `affected`, an action.
 */
function explain({
  status,
  justification,
  justificationText,
  impact,
  action,
}: VexStatement): Partial<OpenVexStatement> {
  const notes = impact === null ? {} : { status_notes: impact };
  if (status === "affected") return { ...notes, action_statement: action ?? "No action was stated." };
  if (status !== "not_affected") return notes;
  if (justification !== null) return { ...notes, justification };
  return { impact_statement: impact ?? justificationText ?? "No justification was stated." };
}
