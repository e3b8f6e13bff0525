import { instant, line, prose } from "@bongsu/contracts";
import { z } from "zod";
import { carried } from "./markings.ts";

/** What a bundle carries, as JSON; the reader's side, which believes nothing. */

const name = line(300);
const day = z.iso.date().nullable();

/** The calendar of the database begins with the year 1. */
const moment = instant.refine((date) => date.getTime() >= Date.parse("0001-01-02T00:00:00Z"));

/** A document as it came to the hub that exports: `text` where it is UTF-8, else `base64`. */
export const advisoryRecord = z.object({
  document: z.uuid(),
  provenance: prose(2_000),
  text: z.string().optional(),
  base64: z.base64().optional(),
});

export const exploitedRecord = z.object({
  name,
  source: prose(300),
  since: day,
  due: day,
  ransomware: z.boolean(),
  action: prose(10_000).nullable(),
});

export const epssRecord = z.object({
  name,
  probability: z.number().min(0).max(1),
  percentile: z.number().min(0).max(1),
  date: day,
});

const handle = z.string().regex(/^[a-z][a-z0-9-]{1,63}$/);

export const reportRecord = z.object({
  id: z.uuid(),
  kind: z.enum(["note", "warning", "question"]),
  title: line(200),
  text: prose(100_000),
  revision: z.int().min(1).max(2_147_483_647),
  createdAt: moment,
  withdrawnAt: moment.nullable(),
  owner: z.object({ handle, name: z.object({ en: line(200), ko: line(200) }) }),
  /** Where the hub's policy lets it be known. */
  author: line(200).nullable(),
  /** TLP 2.0; never RED, never none. */
  tlp: z.enum(carried),
  /** The recipient's organisations among the audience, as they are called on the way. */
  audience: z.array(handle).max(10_000),
  embargoUntil: moment.nullable(),
  references: z
    .array(
      z.discriminatedUnion("kind", [
        z.object({ kind: z.literal("vulnerability"), name: z.string().regex(/^[A-Z0-9][A-Z0-9._:/-]{2,99}$/) }),
        z.object({ kind: z.literal("report"), id: z.uuid() }),
      ]),
    )
    .max(100),
});

export type ReportRecord = z.output<typeof reportRecord>;

/**
 * The reports between two ids (the first excluded, the last included; null: from the very first, to the very last) that
 * the hub shares with the recipient now. What the recipient has of them and is not listed is shared no longer.
 */
export const indexRecord = z.object({
  after: z.uuid().nullable(),
  until: z.uuid().nullable(),
  reports: z.array(z.uuid()).max(200_000),
});
