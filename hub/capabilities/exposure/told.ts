import type { Problem } from "@bongsu/base";
import type { Context } from "../../kernel/index.ts";
import type { ExposureCounts, RefreshCounts } from "./refresh.ts";

/** Tells each organisation whose exposures a cause changed, and nobody else. */
export async function tellExposures(
  context: Pick<Context, "emit">,
  counts: RefreshCounts,
  cause: string,
): Promise<void> {
  for (const { organisation, opened, changed, closed } of counts.byOrganisation) {
    await context.emit({
      kind: "exposure.changed",
      organisation,
      subject: { kind: "organisation", id: organisation },
      data: { cause, opened, changed, closed },
    });
  }
}

/** One organisation's part of the counts: what a cause did to others is theirs. */
export function countsOf({ byOrganisation }: RefreshCounts, organisation: string): ExposureCounts {
  const { opened, changed, closed } = byOrganisation.find((one) => one.organisation === organisation) ?? none;
  return { opened, changed, closed };
}

const none = { opened: 0, changed: 0, closed: 0 };

/** Problems that one answer lists. */
const listed = 100;

/** The first of a document's problems, and how many there are. */
export const problemsShown = (problems: readonly Problem[]): { problems: Problem[]; problemCount: number } => ({
  problems: problems.slice(0, listed),
  problemCount: problems.length,
});
