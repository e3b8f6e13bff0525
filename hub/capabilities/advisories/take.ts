import { gzipSync } from "node:zlib";
import { type Advisory, type AdvisoryDocument, bestSeverity } from "@bongsu/advisories";
import { packRecord } from "@bongsu/matching";
import type { Executor } from "../../platform/database/database.ts";
import { cutText, storableName } from "../../platform/database/document-texts.ts";
import { idOf, sha256 } from "../../platform/ids.ts";
import { ensurePackages } from "../inventories/index.ts";
import { affectedRows } from "./affected.ts";
import { regroup } from "./groups.ts";
import { nameKey } from "./names.ts";
import { storableAdvisories } from "./storable.ts";
import {
  advisoriesOfDocuments,
  type DocumentHead,
  documentHeads,
  insertAdvisories,
  insertRevisions,
  removeAdvisories,
  upsertDocuments,
} from "./store.ts";
import type { AdvisoryRow, DocumentRow } from "./tables.ts";

export interface AdvisoryInput {
  document: AdvisoryDocument;
  /** The document as it came. */
  original: Uint8Array;
  /** Where it came from, for people: a file, an address. */
  provenance: string;
}

/** What taking some documents changed; what the exposures must be brought up to. */
export interface AdvisoryChange {
  taken: number;
  /** Documents that were there already, or that a newer revision had overtaken. */
  unchanged: number;
  /** Advisories that are new or changed. */
  advisories: string[];
  /** Vulnerabilities whose advisories or facts changed, those that are no more among them. */
  vulnerabilities: string[];
  /** Vulnerabilities that go by another name since their aliases met or parted. */
  renamed: { from: string; to: string }[];
}

/** Documents of one publisher's id in one family of formats are revisions of one document. */
const family = (format: string): string => format.replace(/-\d.*$/, "");

/** The id under which the hub knows a publisher's document, whatever its revision. */
export const documentIdOf = (format: string, name: string): string =>
  idOf("advisory-document", family(format), nameKey(name));

/** PostgreSQL's calendar has no year 0. */
const dateOrNull = (text: string | null): Date | null => (text === null || text < "0001" ? null : new Date(text));

/** Sentences are shown in lists. */
const longestTitle = 1_000;
const cutOrNull = (text: string | null): string | null => (text === null ? null : cutText(text, longestTitle));

interface Prepared {
  row: DocumentRow;
  input: AdvisoryInput;
}

/** A file may hold a list of records, each a document of its own; its original is then the record. */
function singleDocuments(input: AdvisoryInput): AdvisoryInput[] {
  const byName = new Map<string, Advisory[]>();
  for (const advisory of input.document.advisories) {
    byName.set(advisory.documentId, [...(byName.get(advisory.documentId) ?? []), advisory]);
  }
  if (byName.size === 1) return [input];
  return [...byName.values()].map((advisories) => ({
    document: { ...input.document, advisories },
    original: new TextEncoder().encode(JSON.stringify(advisories[0]?.original)),
    provenance: input.provenance,
  }));
}

function prepare(input: AdvisoryInput, now: Date): Prepared {
  const { document, original, provenance } = input;
  const [first] = document.advisories;
  const name = first?.documentId ?? storableName(provenance);
  const modified = document.advisories
    .map((advisory) => advisory.modified ?? advisory.published ?? "")
    .sort()
    .at(-1);
  return {
    input,
    row: {
      id: documentIdOf(document.format, name),
      format: document.format,
      name,
      sha256: sha256(original),
      modified: dateOrNull(modified ?? ""),
      provenance: storableName(provenance),
      imported_at: now,
      problems: document.problems,
    },
  };
}

/** The later revision counts, whatever the order of arrival; of two with one date, always the same. */
function isNewer(a: DocumentHead, b: DocumentHead): boolean {
  const [left, right] = [a.modified?.getTime() ?? 0, b.modified?.getTime() ?? 0];
  return left === right ? Buffer.compare(a.sha256, b.sha256) > 0 : left > right;
}

const isSame = (a: DocumentHead, b: DocumentHead): boolean => Buffer.compare(a.sha256, b.sha256) === 0;

function advisoryRow(document: string, advisory: Advisory): AdvisoryRow {
  const severity = bestSeverity({ severities: packRecord(advisory).severities, affected: advisory.affected });
  const active = advisory.exploited !== null ? "active" : (advisory.ssvc?.exploitation ?? null);
  return {
    id: idOf("advisory", document, nameKey(advisory.id)),
    document,
    name: advisory.id,
    format: advisory.format,
    publisher: advisory.publisher,
    vulnerability: "",
    title: cutOrNull(advisory.title ?? advisory.summary),
    rating: severity.rating,
    score: severity.score,
    vector: severity.vector,
    published: dateOrNull(advisory.published),
    modified: dateOrNull(advisory.modified),
    withdrawn: dateOrNull(advisory.withdrawn),
    exploitation: active,
    automatable: advisory.ssvc?.automatable ?? null,
  };
}

/**
 * Takes advisory documents, within a transaction that holds the lock of the matching. A document that is there, or
 * that a newer revision has overtaken, changes nothing but the history; the same inputs in any order end alike.
 */
export async function takeAdvisories(
  transaction: Executor,
  inputs: readonly AdvisoryInput[],
  now: Date,
): Promise<AdvisoryChange> {
  const prepared = inputs
    .map((input) => ({ ...input, document: storableAdvisories(input.document) }))
    .flatMap(singleDocuments)
    .map((input) => prepare(input, now));
  const heads = await documentHeads(
    transaction,
    prepared.map(({ row }) => row.id),
  );
  const winners = new Map<string, Prepared>();
  for (const candidate of prepared) {
    const current = winners.get(candidate.row.id)?.row ?? heads.get(candidate.row.id);
    if (current === undefined || (!isSame(candidate.row, current) && isNewer(candidate.row, current))) {
      winners.set(candidate.row.id, candidate);
    }
  }
  await insertRevisions(
    transaction,
    prepared
      .filter(({ row }) => {
        const head = heads.get(row.id);
        return head === undefined || !isSame(row, head);
      })
      .map(({ row, input }) => ({ ...row, document: row.id, original: gzipSync(input.original) })),
  );
  const changed = [...winners.values()];
  const unchanged = prepared.length - changed.length;
  if (changed.length === 0) return { taken: 0, unchanged, advisories: [], vulnerabilities: [], renamed: [] };

  const documents = changed.map(({ row }) => row);
  const before = await advisoriesOfDocuments(
    transaction,
    documents.map(({ id }) => id),
  );
  await removeAdvisories(
    transaction,
    before.map(({ id }) => id),
  );
  await upsertDocuments(transaction, documents);

  const entries = changed.flatMap(({ row, input }) =>
    input.document.advisories.map((advisory) => {
      const own = advisoryRow(row.id, advisory);
      const { names, upstream } = packRecord(advisory);
      return { own, names, follows: upstream, affected: affectedRows(own.id, advisory) };
    }),
  );
  await ensurePackages(
    transaction,
    entries.flatMap(({ affected }) => affected.packages),
  );
  await insertAdvisories(transaction, entries);
  const names = [...entries, ...before].flatMap((entry) => entry.names.map(nameKey));
  const groups = await regroup(transaction, names, before);
  return {
    taken: changed.length,
    unchanged,
    advisories: [...new Set([...entries.map(({ own }) => own.id), ...before.map(({ id }) => id)])],
    ...groups,
  };
}
