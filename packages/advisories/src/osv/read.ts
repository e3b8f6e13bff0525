import type { Advisory, AdvisoryDocument } from "../advisory.ts";
import { documentOf } from "../document.ts";
import { type Fields, isFields, Part } from "../part.ts";
import type { Reading } from "../reading.ts";
import { isReferenceKind, References } from "../references.ts";
import { distinct } from "../texts.ts";
import { type RangeMemo, readOsvAffected } from "./affected.ts";
import { readOsvSeverities } from "./severity.ts";

/** Reads one OSV record (schema 1.x). What only one database knows stays in `original`. */
export function readOsv(record: Fields, reading: Reading): AdvisoryDocument {
  const advisory = readOsvRecord(new Part(reading, record));
  return documentOf("osv", reading, { advisories: advisory === null ? [] : [advisory] });
}

export function readOsvRecord(record: Part): Advisory | null {
  const id = record.text("id");
  if (id === null || id === "") {
    record.report("advisories.no-id", { field: "id" });
    return null;
  }
  const affected = record.parts("affected");
  const memo: RangeMemo | null = affected.length > 1 ? new Map() : null;
  return {
    format: "osv",
    id,
    documentId: id,
    publisher: null,
    aliases: distinct(record.texts("aliases")).filter((alias) => alias !== id),
    related: record.texts("related"),
    upstream: record.texts("upstream"),
    title: null,
    summary: record.text("summary"),
    details: record.text("details"),
    published: record.time("published"),
    modified: record.time("modified"),
    withdrawn: record.time("withdrawn"),
    severities: readOsvSeverities(record, null),
    exploited: null,
    ssvc: null,
    weaknesses: readWeaknesses(record),
    affected: affected.map((part) => readOsvAffected(part, memo)).filter((one) => one !== null),
    remediations: [],
    references: readReferences(record),
    credits: distinct(record.parts("credits").map((credit) => credit.required("name"))),
    tlp: null,
    original: record.fields,
  };
}

function readReferences(record: Part): Advisory["references"] {
  const references = new References();
  for (const reference of record.parts("references")) {
    const kind = (reference.text("type") ?? "web").toLowerCase();
    references.add(isReferenceKind(kind) ? kind : "web", reference.required("url"));
  }
  return references.list;
}

/** GitHub's `database_specific.cwe_ids`, which other databases have taken over. */
function readWeaknesses(record: Part): string[] {
  const specific = record.fields.database_specific;
  const ids = isFields(specific) ? specific.cwe_ids : undefined;
  return Array.isArray(ids) ? distinct(ids.map((id) => (typeof id === "string" ? id : null))) : [];
}
