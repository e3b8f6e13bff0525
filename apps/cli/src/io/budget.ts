import { ArchiveBudget, type ArchiveFaults } from "@bongsu/hub/archive";
import { cliProblems } from "../problems.ts";
import type { Limits } from "./limits.ts";
import { reasonOf } from "./reason.ts";

const faults: ArchiveFaults = {
  damaged: (file, cause) => cliProblems.error("cli.zip-damaged", { reason: reasonOf(cause) }, { file }, cause),
  encrypted: (file) => cliProblems.error("cli.zip-encrypted", {}, { file }),
  tooMany: (file, limit) => cliProblems.error("cli.zip-entries", { limit }, { file }),
  bomb: (file, limit, ratio) => cliProblems.error("cli.zip-bomb", { limit, ratio }, { file }),
};

/** What may still come out of one archive, with the archives within it. */
export class Budget extends ArchiveBudget {
  override readonly limits: Limits;

  /** @param inputBytes length of the outermost archive. */
  constructor(limits: Limits, inputBytes: number) {
    super(limits, inputBytes, faults);
    this.limits = limits;
  }
}
