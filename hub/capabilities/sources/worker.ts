import type { Jobs } from "../../platform/jobs.ts";
import { fetchJob, type SourceJob } from "./due.ts";
import { runSource, type SourceGround } from "./run.ts";

/** Sources that one process fetches at the same time: a long one does not hold up the short ones. */
const together = 3;

/** Fetches sources as jobs ask for it. `stop` ends what is under way; where it left off, the next run goes on. */
export async function startSources(ground: SourceGround, jobs: Pick<Jobs, "work">): Promise<{ stop(): Promise<void> }> {
  const stopping = new AbortController();
  const underWay = new Set<Promise<unknown>>();
  const tracked = async (work: Promise<unknown>) => {
    underWay.add(work);
    await work.finally(() => underWay.delete(work));
  };
  for (let worker = 0; worker < together; worker += 1) {
    await jobs.work<SourceJob>(fetchJob, ({ source }) => tracked(runSource(ground, source, stopping.signal)));
  }
  return {
    stop: async () => {
      stopping.abort(new Error("the hub stops"));
      await Promise.allSettled(underWay);
    },
  };
}
