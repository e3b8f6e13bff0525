import type { Advisory, AdvisoryDocument } from "@bongsu/advisories";
import type { Problem } from "@bongsu/base";
import type { Clock } from "../../platform/clock.ts";
import type { Executor } from "../../platform/database/database.ts";
import { type AdvisoryInput, advisoryHubProblems } from "../advisories/index.ts";
import { importAdvisoriesIn, importSignalsIn, importStatementsIn } from "./causes.ts";
import type { RefreshCounts } from "./refresh.ts";

/** What is taken of documents besides their advisories. */
export interface IntakeTerms {
  /** Catalogues of exploited vulnerabilities, and scores. */
  signals: boolean;
  /** A supplier's statements for all who have the product: none, those of documents written for that, or all. */
  statements: "none" | "vex" | "all";
}

/** What taking some documents did. */
export interface IntakeChange {
  taken: number;
  unchanged: number;
  signals: number;
  statements: number;
  /** Names of the vulnerabilities that they changed. */
  vulnerabilities: string[];
  problems: Problem[];
  byCause: { cause: "advisory" | "signals" | "vex"; counts: RefreshCounts }[];
}

/** Formats that a supplier writes for those who have his product. */
const saysVex: ReadonlySet<string> = new Set(["cyclonedx", "openvex"]);

export const isEmpty = ({ advisories, exploited, epss, statements }: AdvisoryDocument): boolean =>
  advisories.length + exploited.length + epss.length + statements.length === 0;

/**
 * The label of what every member reads: GREEN where any of a document's advisories says so, or where none says anything
 * and `unlabelled` is GREEN. Throws `advisories.restricted` for what its publisher kept to fewer.
 */
export function openLabel(
  advisories: readonly Advisory[],
  file: string,
  unlabelled: "CLEAR" | "GREEN" = "CLEAR",
): "CLEAR" | "GREEN" {
  const labels = new Set(advisories.map(({ tlp }) => (tlp ?? `TLP:${unlabelled}`).replace("TLP:", "")));
  const narrow = [...labels].find((label) => label !== "CLEAR" && label !== "GREEN");
  if (narrow !== undefined) throw advisoryHubProblems.error("advisories.restricted", { tlp: narrow }, { file });
  return labels.has("GREEN") || (labels.size === 0 && unlabelled === "GREEN") ? "GREEN" : "CLEAR";
}

const isCatalogue = ({ advisories, exploited, epss }: AdvisoryDocument): boolean =>
  advisories.length === 0 && exploited.length + epss.length > 0;

const speaks = ({ advisories, statements, format }: AdvisoryDocument, { statements: wanted }: IntakeTerms): boolean =>
  statements.length > 0 && (wanted === "all" || (wanted === "vex" && (advisories.length === 0 || saysVex.has(format))));

/**
 * Takes documents of any format, within the caller's transaction: advisories at once, then signals and statements as far
 * as the terms allow; every exposure follows. The same documents again change nothing.
 */
export async function takeDocumentsIn(
  transaction: Executor,
  clock: Clock,
  inputs: readonly AdvisoryInput[],
  terms: IntakeTerms,
): Promise<IntakeChange> {
  const done: IntakeChange = {
    taken: 0,
    unchanged: 0,
    signals: 0,
    statements: 0,
    vulnerabilities: [],
    problems: [],
    byCause: [],
  };
  const touched = new Set<string>();
  const advisories = inputs.filter(({ document }) => document.advisories.length > 0);
  if (advisories.length > 0) {
    const change = await importAdvisoriesIn(transaction, clock, advisories);
    done.taken = change.taken;
    done.unchanged = change.unchanged;
    done.byCause.push({ cause: "advisory", counts: change });
    for (const name of change.vulnerabilities) touched.add(name);
  }
  for (const { document } of terms.signals ? inputs : []) {
    if (!isCatalogue(document)) continue;
    const change = await importSignalsIn(transaction, clock, document);
    done.signals += change.entries;
    done.byCause.push({ cause: "signals", counts: change });
    for (const name of change.vulnerabilities) touched.add(name);
  }
  for (const { document } of inputs) {
    if (!speaks(document, terms)) continue;
    const change = await importStatementsIn(transaction, clock, { organisation: null, asset: null }, document);
    done.statements += change.statements;
    done.problems.push(...change.problems);
    done.byCause.push({ cause: "vex", counts: change });
    for (const name of change.names) touched.add(name);
  }
  return { ...done, vulnerabilities: [...touched] };
}
