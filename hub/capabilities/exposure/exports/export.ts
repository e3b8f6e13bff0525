import type { Language } from "@bongsu/base";
import type { Actor, Context, Download } from "../../../kernel/index.ts";
import { noteForeign } from "../../inventories/index.ts";
import type { ExposureFilters } from "../filters.ts";
import { type Exporting, type Extent, extentOf } from "./batches.ts";

/** The language that is asked for, else that of the person's account, else English. */
export const languageFor = (asked: Language | undefined, actor: Actor): Language =>
  asked ?? (actor.kind === "person" ? actor.language : "en");

/** What an export writes, and what it came to. */
export interface Writer {
  mediaType: string;
  /** Of the file, without the date. */
  extension: string;
  chunks: (exporting: Exporting, extent: Extent, tally: Tally) => AsyncIterable<string>;
}

/** Counted while it is written. */
export interface Tally {
  rows: number;
  /** What the format cannot express. */
  leftOut: number;
}

async function* encoded(chunks: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) yield Buffer.from(chunk);
}

/**
 * Answers with a file that is read and written batch by batch. The trail is told twice: at the beginning the filters and
 * how many exposures fit them at that moment (`counted`), at the end how many were written (`rows`).
 */
export async function exportExposures(
  context: Pick<Context, "actor" | "now" | "services" | "seen" | "note">,
  only: ExposureFilters,
  { mediaType, extension, chunks }: Writer,
): Promise<Download> {
  const { actor, now, services } = context;
  const extent = await context.seen((database) => extentOf(database, { actor, now, only }));
  context.note({ details: { counted: extent.rows } });
  noteForeign(
    context,
    extent.organisations.map(({ handle }) => handle),
  );
  const tally: Tally = { rows: 0, leftOut: 0 };
  return {
    mediaType,
    name: `bongsu-exposures-${now.toISOString().slice(0, 10)}.${extension}`,
    chunks: encoded(chunks({ actor, now, services, only }, extent, tally)),
    told: () => ({ counted: extent.rows, rows: tally.rows, ...(tally.leftOut > 0 ? { leftOut: tally.leftOut } : {}) }),
  };
}
