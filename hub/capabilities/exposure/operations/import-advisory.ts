import { type Advisory, type AdvisoryDocument, readAdvisories } from "@bongsu/advisories";
import { importAdvisory as contract } from "@bongsu/contracts";
import { type Context, operation } from "../../../kernel/index.ts";
import { advisoryHubProblems } from "../../advisories/index.ts";
import { importAdvisoriesIn, importSignalsIn, importStatementsIn } from "../causes.ts";
import { problemsShown, tellExposures } from "../told.ts";

/** Advisories are read by every member: what its publisher kept to fewer does not belong among them. */
function openLabel(advisories: readonly Advisory[], file: string): "CLEAR" | "GREEN" {
  const labels = new Set(advisories.map(({ tlp }) => (tlp ?? "TLP:CLEAR").replace("TLP:", "")));
  const narrow = [...labels].find((label) => label !== "CLEAR" && label !== "GREEN");
  if (narrow !== undefined) throw advisoryHubProblems.error("advisories.restricted", { tlp: narrow }, { file });
  return labels.has("GREEN") ? "GREEN" : "CLEAR";
}

/** Formats that a supplier writes for those who have his product. */
const saysVex: ReadonlySet<string> = new Set(["cyclonedx", "openvex"]);

/** Vulnerabilities that one event names. */
const told = 100;

interface Taken {
  taken: number;
  unchanged: number;
  signals: number;
  statements: number;
  vulnerabilities: string[];
}

/** What the document holds: advisories, or signals, or else a supplier's statements for all who have the product. */
async function take(context: Context, document: AdvisoryDocument, original: Uint8Array, file: string): Promise<Taken> {
  const { database, clock } = context;
  const done: Taken = { taken: 0, unchanged: 0, signals: 0, statements: 0, vulnerabilities: [] };
  if (document.advisories.length > 0) {
    const change = await importAdvisoriesIn(database, clock, [{ document, original, provenance: file }]);
    await tellExposures(context, change, "advisory");
    const { taken, unchanged, vulnerabilities } = change;
    Object.assign(done, { taken, unchanged, vulnerabilities });
    if (!saysVex.has(document.format)) return done;
  }
  if (document.exploited.length > 0 || document.epss.length > 0) {
    const change = await importSignalsIn(database, clock, document);
    await tellExposures(context, change, "signals");
    return { ...done, signals: change.entries, vulnerabilities: change.vulnerabilities };
  }
  const change = await importStatementsIn(database, clock, { organisation: null, asset: null }, document);
  await tellExposures(context, change, "vex");
  for (const problem of change.problems) document.problems.push(problem);
  const vulnerabilities = [...new Set([...done.vulnerabilities, ...change.names])];
  return { ...done, statements: change.statements, vulnerabilities };
}

export const importAdvisory = operation(contract, async (context, { file, document: original }) => {
  const document = readAdvisories(original, { file });
  const { advisories, exploited, epss, statements, format } = document;
  if (advisories.length + exploited.length + epss.length + statements.length === 0) {
    throw advisoryHubProblems.error("advisories.nothing-within", {}, { file });
  }
  const tlp = openLabel(advisories, file);
  const { vulnerabilities, ...counts } = await take(context, document, original, file);
  for (const problem of document.problems) context.warn(problem);
  context.note({ subject: { kind: "document", id: advisories[0]?.documentId.slice(0, 200) ?? file }, details: counts });
  if (vulnerabilities.length > 0) {
    await context.emit({
      kind: "advisories.imported",
      subject: { kind: "document", id: advisories[0]?.documentId ?? file },
      data: { format, ...counts, vulnerabilities: vulnerabilities.slice(0, told) },
      marking: { owner: null, tlp },
    });
  }
  return { format, ...counts, vulnerabilities: vulnerabilities.length, ...problemsShown(document.problems) };
});
