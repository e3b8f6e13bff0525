import { gunzipSync } from "node:zlib";
import { type Advisory, readAdvisories } from "@bongsu/advisories";
import { BongsuError } from "@bongsu/base";
import { sql } from "kysely";
import type { Executor } from "../../platform/database/database.ts";
import { cutText, DocumentTexts } from "../../platform/database/document-texts.ts";
import { nameKey } from "./names.ts";

/** Bytes of a compressed document beyond which its words are not read for a page: the original can still be had. */
const longest = 4 * 1024 * 1024;
const longestText = 50_000;
const mostReferences = 200;

export interface Reference {
  kind: string;
  url: string;
}

/** What an advisory says beyond what is kept of it in tables. */
export interface Words {
  summary: string | null;
  details: string | null;
  weaknesses: string[];
  references: Reference[];
}

const noWords: Words = { summary: null, details: null, weaknesses: [], references: [] };

/** Only what a browser may be sent to. */
const isAddress = ({ url }: Reference): boolean => url.length <= 2_000 && /^(https?|ftp):\/\//i.test(url);

function wordsOf({ summary, details, weaknesses, references }: Advisory): Words {
  const { text } = new DocumentTexts();
  const cut = (words: string | null) => (words === null ? null : cutText(text(words), longestText));
  return {
    summary: cut(summary),
    details: cut(details),
    weaknesses: weaknesses.slice(0, mostReferences).map((one) => cutText(text(one), 200)),
    references: references
      .filter(isAddress)
      .slice(0, mostReferences)
      .map(({ kind, url }) => ({ kind: cutText(text(kind), 40), url: text(url) })),
  };
}

/** What the documents of some advisories say in words, by the advisory's id, read from the originals as they came. */
export async function wordsFor(
  database: Executor,
  advisories: readonly { id: string; name: string }[],
): Promise<Map<string, Words>> {
  const { rows } = await sql<{ id: string; original: Uint8Array }>`
    select a.id, r.original from advisory a
    join advisory_document d on d.id = a.document
    join advisory_document_revision r on r.document = d.id and r.sha256 = d.sha256
    where a.id in (select unnest(${advisories.map(({ id }) => id)}::uuid[])) and octet_length(r.original) <= ${longest}
  `.execute(database);
  const originals = new Map(rows.map(({ id, original }) => [id, original]));
  return new Map(
    advisories.map(({ id, name }) => {
      const original = originals.get(id);
      return [id, original === undefined ? noWords : read(original, name)];
    }),
  );
}

function read(original: Uint8Array, name: string): Words {
  try {
    const { advisories } = readAdvisories(gunzipSync(original));
    const wanted = advisories.find((advisory) => nameKey(advisory.id) === nameKey(name)) ?? advisories[0];
    return wanted === undefined ? noWords : wordsOf(wanted);
  } catch (error) {
    // What was taken once is read again; a reader that has become stricter since leaves the page without its words.
    if (error instanceof BongsuError) return noWords;
    throw error;
  }
}

/** References of several sources, each address once. */
export function joinReferences(all: Iterable<Words>): Reference[] {
  const references = [...all].flatMap((words) => words.references);
  return [...new Map(references.map((one) => [one.url, one])).values()].slice(0, mostReferences);
}
