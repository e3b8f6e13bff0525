import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { readAdvisories } from "@bongsu/advisories";
import { sha256 } from "../../../platform/ids.ts";
import { undecided } from "../ledger.ts";
import { sourceProblems } from "../problems.ts";
import type { Read, Work } from "./work.ts";

const unzipped = promisify(gunzip);

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8;

/** What a gzip file holds, or the bytes themselves. Throws `sources.too-large`, `sources.archive-damaged`. */
export async function plain(bytes: Uint8Array, most: number): Promise<Uint8Array> {
  if (!isGzip(bytes)) return bytes;
  try {
    return await unzipped(bytes, { maxOutputLength: most });
  } catch (cause) {
    const code = cause instanceof Error ? String(Reflect.get(cause, "code")) : "";
    if (code === "ERR_BUFFER_TOO_LARGE") throw sourceProblems.error("sources.too-large", { limit: most }, {}, cause);
    throw sourceProblems.error("sources.archive-damaged", { reason: code }, {}, cause);
  }
}

/** A whole catalogue in one document. One that is not what it should be fails the run: nothing of it is taken. */
async function readCatalogue(work: Work, format: "kev" | "epss"): Promise<"done" | "unchanged"> {
  const { source, fetcher, intake, limits, database, clock } = work;
  const file = work.scratch();
  const answer = await fetcher.download(
    source.address,
    file,
    limits.listBytes,
    source.validators[source.address] ?? null,
  );
  if (answer === null) return "unchanged";
  const bytes = await plain(await readFile(file), limits.listBytes);
  const listed = { key: format, mark: Buffer.from(sha256(bytes)).toString("hex") };
  work.validators = { [source.address]: answer.validators };
  if ((await undecided(database.kysely, source.id, [listed], clock.now())).length === 0) {
    intake.unchanged(1);
    return "done";
  }
  const document = readAdvisories(bytes, { file: format });
  if (document.format !== format || document[format === "kev" ? "exploited" : "epss"].length === 0) {
    throw sourceProblems.error("sources.not-what-it-says", { name: source.name, kind: format.toUpperCase() });
  }
  if (source.trust !== "authoritative") throw sourceProblems.error("sources.nothing-to-take");
  await intake.offer(listed, bytes);
  await intake.flush();
  return "done";
}

/** CISA's catalogue of known exploited vulnerabilities. */
export const readKevCatalogue: Read = (work) => readCatalogue(work, "kev");

/** FIRST's EPSS scores, packed or not. */
export const readEpssScores: Read = (work) => readCatalogue(work, "epss");
