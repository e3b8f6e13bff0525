import { findAsset, findOrganisation, importStatements, systemClock } from "@bongsu/hub";
import type { CliContext } from "../context.ts";
import { exitCodes } from "../exit.ts";
import { advisoryInputs } from "../io/advisory-inputs.ts";
import { ProblemLog } from "../io/problem-log.ts";
import { Progress } from "../io/progress.ts";
import { cliProblems } from "../problems.ts";
import { record } from "./console.ts";
import { printJson } from "./print.ts";
import { withHub } from "./session.ts";

export interface ImportVexArguments {
  /** Whose statements they are; without it, a supplier's, for everybody who runs the product. */
  org?: string;
  asset?: string;
  json: boolean;
}

/** `bongsu import vex`: statements about products, for everybody, for one organisation, or for one of its assets. */
export function runImportVex(
  paths: string[],
  { org, asset, json }: ImportVexArguments,
  context: CliContext,
): Promise<number> {
  return withHub(async (database) => {
    const organisation = org === undefined ? null : await findOrganisation(database.kysely, org);
    const own =
      organisation === null || asset === undefined ? null : await findAsset(database.kysely, organisation, asset);
    const scope = { organisation: organisation?.id ?? null, asset: own };
    const problems = new ProblemLog();
    const progress = new Progress(context.err);
    const total = { documents: 0, statements: 0, opened: 0, changed: 0, closed: 0 };
    for await (const { name, document } of advisoryInputs(paths, problems, progress, context)) {
      if (document === undefined || document.statements.length === 0) {
        problems.documents.push(cliProblems.problem("cli.no-statements", {}, { file: name }));
        continue;
      }
      const change = await importStatements(database, systemClock, scope, document);
      problems.parts.push(
        ...change.problems.map((problem) => ({ ...problem, place: { file: name, ...problem.place } })),
      );
      total.documents += 1;
      total.statements += change.statements;
      total.opened += change.opened;
      total.changed += change.changed;
      total.closed += change.closed;
    }
    if (total.documents > 0) {
      const { documents, statements } = total;
      const details = { documents, statements, ...(asset === undefined ? {} : { asset }) };
      await record(database, { operation: "advisories.importVex", organisation: scope.organisation, details });
    }
    progress.clear();
    problems.tell(context, false);
    if (json) printJson(context, { ...total, problems: problems.all });
    else context.out.write(`${context.say("import.vex.done", total)}\n`);
    if (total.documents === 0) return exitCodes.nothingDone;
    return problems.documents.length > 0 ? exitCodes.inputsMissing : exitCodes.done;
  });
}
