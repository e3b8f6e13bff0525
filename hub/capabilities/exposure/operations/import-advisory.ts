import { readAdvisories } from "@bongsu/advisories";
import { importAdvisory as contract } from "@bongsu/contracts";
import { operation } from "../../../kernel/index.ts";
import { advisoryHubProblems } from "../../advisories/index.ts";
import { isEmpty, openLabel, takeDocumentsIn } from "../intake.ts";
import { problemsShown, tellExposures } from "../told.ts";

/** Vulnerabilities that one event names. */
const told = 100;

export const importAdvisory = operation(contract, async (context, { file, document: original }) => {
  const document = readAdvisories(original, { file });
  const { advisories, format } = document;
  if (isEmpty(document)) throw advisoryHubProblems.error("advisories.nothing-within", {}, { file });
  const tlp = openLabel(advisories, file);
  const change = await takeDocumentsIn(context.database, context.clock, [{ document, original, provenance: file }], {
    signals: true,
    statements: "vex",
  });
  for (const { cause, counts } of change.byCause) await tellExposures(context, counts, cause);
  const problems = [...document.problems, ...change.problems];
  for (const problem of problems) context.warn(problem);
  const { taken, unchanged, signals, statements, vulnerabilities } = change;
  const counts = { taken, unchanged, signals, statements };
  context.note({ subject: { kind: "document", id: advisories[0]?.documentId.slice(0, 200) ?? file }, details: counts });
  if (vulnerabilities.length > 0) {
    await context.emit({
      kind: "advisories.imported",
      subject: { kind: "document", id: advisories[0]?.documentId ?? file },
      data: { format, ...counts, vulnerabilities: vulnerabilities.slice(0, told) },
      marking: { owner: null, tlp },
    });
  }
  return { format, ...counts, vulnerabilities: vulnerabilities.length, ...problemsShown(problems) };
});
