import { tlpLabel } from "@bongsu/advisories";
import { parseJson } from "@bongsu/base";
import { z } from "zod";
import type { SourceLimits } from "../limits.ts";
import { type Fetcher, OddStatus } from "../reading/fetcher.ts";
import type { Validators } from "../tables.ts";
import type { List } from "./metadata.ts";
import { csafProblems } from "./problems.ts";

/** A document as a list names it. */
export interface ListedDocument {
  url: string;
  /** When it changed last, as the list says; empty where it does not. */
  updated: string;
  /** Where its hashes and its signature are, where the list says so; null: at the usual names. */
  hashes: string[] | null;
  signature: string | null;
}

const link = z.object({ rel: z.string().max(100), href: z.string().max(4_000) });

/** A ROLIE feed as CSAF has it (§7.1.15; RFC 8322 in JSON). */
const rolieFeed = z.object({
  feed: z.object({
    entry: z
      .array(
        z.object({
          updated: z.string().max(100).default(""),
          link: z.array(link).max(100).default([]),
          content: z.object({ src: z.string().max(4_000).optional() }).optional(),
        }),
      )
      .default([]),
  }),
});

const invalid = (url: string, cause?: unknown) =>
  csafProblems.error("sources.list-invalid", { host: new URL(url).host }, {}, cause);

function within(address: string, base: string): string | null {
  return URL.canParse(address, base) ? new URL(address, base).href : null;
}

/** The documents of a ROLIE feed. Throws `sources.list-invalid`. */
export function readFeed(bytes: Uint8Array, url: string): ListedDocument[] {
  let result: ReturnType<typeof rolieFeed.safeParse>;
  try {
    result = rolieFeed.safeParse(parseJson(bytes));
  } catch (cause) {
    throw invalid(url, cause);
  }
  if (!result.success) throw invalid(url, result.error);
  return result.data.feed.entry.flatMap(({ updated, link: links, content }) => {
    const hrefs = (rel: string) =>
      links.filter((one) => one.rel === rel).flatMap(({ href }) => within(href, url) ?? []);
    const document = content?.src === undefined ? (hrefs("self")[0] ?? null) : within(content.src, url);
    if (document === null) return [];
    return [
      {
        url: document,
        updated,
        hashes: hrefs("hash").length > 0 ? hrefs("hash") : null,
        signature: hrefs("signature")[0] ?? null,
      },
    ];
  });
}

/** The documents of a directory's `changes.csv`: `"2024/a.json","2024-01-01T00:00:00Z"` (§7.1.13), by their paths. */
export function readChanges(text: string, folder: string): ListedDocument[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const [, quoted, bare, time = ""] = /^(?:"([^"]+)"|([^",]+)),"?([^",]{1,40})"?\s*$/.exec(line) ?? [];
    const url = quoted === undefined && bare === undefined ? null : within(quoted ?? bare ?? "", folder);
    return url === null ? [] : [{ url, updated: time, hashes: null, signature: null }];
  });
}

/** The documents of a directory's `index.txt`, one a line (§7.1.12). */
export const readIndex = (text: string, folder: string): ListedDocument[] =>
  text.split(/\r?\n/).flatMap((line) => {
    const url = line.trim() === "" ? null : within(line.trim(), folder);
    return url === null || !/\.json$/i.test(new URL(url).pathname)
      ? []
      : [{ url, updated: "", hashes: null, signature: null }];
  });

/** Advisories are read by every member: lists that are kept to fewer are left out. */
export function narrowLabel({ label }: List): string | null {
  if (label === null || label.toUpperCase() === "UNLABELED") return null;
  const known = tlpLabel(label);
  return known === "TLP:CLEAR" || known === "TLP:GREEN" ? null : label;
}

/** What a list said last time, and what it says now of whether it changed. */
export interface ListMemory {
  before: Readonly<Record<string, Validators>>;
  after: Record<string, Validators>;
}

/** A list's bytes; null where it is as it was. */
async function changedList(fetcher: Fetcher, url: string, limits: SourceLimits, memory: ListMemory) {
  const before = memory.before[url];
  const answer = await fetcher.changed(url, limits.listBytes, before ?? null);
  const after = answer === null ? before : answer.validators;
  if (after !== undefined) memory.after[url] = after;
  return answer === null ? null : answer.bytes;
}

const isAbsent = (error: unknown): boolean => error instanceof OddStatus && error.isAbsent;

/** The documents of a directory, by its list of changes, else by its index; none where that is as it was. */
export async function listDirectory(
  fetcher: Fetcher,
  folder: string,
  limits: SourceLimits,
  memory: ListMemory,
): Promise<ListedDocument[]> {
  const text = async (name: string): Promise<string | null> => {
    const bytes = await changedList(fetcher, new URL(name, folder).href, limits, memory);
    return bytes === null ? null : new TextDecoder().decode(bytes);
  };
  try {
    const changes = await text("changes.csv");
    const listed = readChanges(changes ?? "", folder);
    if (listed.length === 0 && changes !== null && changes.trim() !== "") throw invalid(folder);
    return listed;
  } catch (error) {
    if (!isAbsent(error)) throw error;
  }
  try {
    return readIndex((await text("index.txt")) ?? "", folder);
  } catch (error) {
    throw isAbsent(error) ? invalid(folder, error) : error;
  }
}

/** The documents of a feed; none where it is as it was. Throws `sources.list-invalid`. */
export async function listFeed(
  fetcher: Fetcher,
  url: string,
  limits: SourceLimits,
  memory: ListMemory,
): Promise<ListedDocument[]> {
  const bytes = await changedList(fetcher, url, limits, memory);
  return bytes === null ? [] : readFeed(bytes, url);
}

/** Each document once, as it was listed first; the latest changes first, so that what is new is not kept waiting. */
export function merged(lists: readonly ListedDocument[][]): ListedDocument[] {
  const byUrl = new Map<string, ListedDocument>();
  for (const one of lists.flat()) if (!byUrl.has(one.url)) byUrl.set(one.url, one);
  const when = ({ updated }: ListedDocument) => Date.parse(updated) || 0;
  return [...byUrl.values()].sort((a, b) => when(b) - when(a) || (a.url < b.url ? -1 : 1));
}
