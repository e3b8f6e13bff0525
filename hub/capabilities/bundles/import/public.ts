import { readAdvisories } from "@bongsu/advisories";
import type { z } from "zod";
import type { Clock } from "../../../platform/clock.ts";
import type { Executor } from "../../../platform/database/database.ts";
import type { AdvisoryInput } from "../../advisories/index.ts";
import { importAdvisoriesIn, importSignalsIn } from "../../exposure/index.ts";
import { bundlesProblems } from "../problems.ts";
import { advisoryRecord, epssRecord, exploitedRecord } from "../records.ts";
import type { Outcome } from "./result.ts";

/** The records that are as they must be; the others are refused by the name that they give. */
export function valid<S extends z.ZodType>(schema: S, kind: string, records: readonly unknown[], outcome: Outcome) {
  const taken: z.output<S>[] = [];
  for (const record of records) {
    const result = schema.safeParse(record);
    if (result.success) taken.push(result.data);
    else {
      const { name, id, document } = Object(record);
      const called = [name, id, document].find((one) => typeof one === "string") ?? "?";
      const [issue] = result.error.issues;
      const reason = `${issue?.path.join(".") ?? ""} ${issue?.message ?? ""}`;
      outcome.refuse(kind, String(called), bundlesProblems.problem("bundles.record-invalid", { reason }));
    }
  }
  return taken;
}

function inputOf({ document: id, provenance, text, base64 }: z.output<typeof advisoryRecord>): AdvisoryInput {
  const original = text === undefined ? Buffer.from(base64 ?? "", "base64") : new TextEncoder().encode(text);
  const document = readAdvisories(original, { file: provenance });
  if (document.advisories.length === 0) {
    throw bundlesProblems.error("bundles.record-invalid", { reason: `${id} holds no advisory` });
  }
  return { document, original, provenance };
}

/** Documents become the world's knowledge, and exposures follow; the later revision counts, whatever came first. */
export async function takeAdvisoryFrame(
  transaction: Executor,
  clock: Clock,
  records: readonly unknown[],
  outcome: Outcome,
): Promise<void> {
  const inputs = valid(advisoryRecord, "advisory", records, outcome)
    .map((record) => outcome.tried("advisory", record.provenance, () => inputOf(record)))
    .filter((input) => input !== null);
  const change = await importAdvisoriesIn(transaction, clock, inputs);
  outcome.result.advisories += change.taken;
  outcome.result.unchanged += change.unchanged;
  outcome.add(change);
}

/** A catalogue of exploited vulnerabilities, whole. */
export async function takeExploitedFrame(
  transaction: Executor,
  clock: Clock,
  records: readonly unknown[],
  outcome: Outcome,
): Promise<void> {
  const exploited = valid(exploitedRecord, "known-exploited", records, outcome).map(({ name, ...exploitation }) => ({
    id: name,
    exploitation,
    title: null,
    product: null,
  }));
  const change = await importSignalsIn(transaction, clock, { exploited, epss: [] });
  outcome.result.signals += change.entries;
  outcome.add(change);
}

export async function takeScoreFrame(
  transaction: Executor,
  clock: Clock,
  records: readonly unknown[],
  outcome: Outcome,
): Promise<void> {
  const epss = valid(epssRecord, "epss", records, outcome).map(({ name, ...score }) => ({ id: name, epss: score }));
  const change = await importSignalsIn(transaction, clock, { exploited: [], epss });
  outcome.result.signals += change.entries;
  outcome.add(change);
}
