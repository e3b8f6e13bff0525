import type { ExposureState } from "@bongsu/contracts";
import { openStates } from "@bongsu/contracts";
import type { Executor } from "../../../platform/database/database.ts";
import type { EventDraft } from "../../../platform/events/index.ts";
import { noteExposureChange } from "../changes.ts";
import type { ExposureCounts } from "../refresh.ts";

const isOpen = (state: ExposureState): boolean => (openStates as readonly string[]).includes(state);

/** How many came from an end, went to one, or changed otherwise. */
export function countMoves(moves: Iterable<{ state: ExposureState; to: ExposureState }>): ExposureCounts {
  const counts = { opened: 0, changed: 0, closed: 0 };
  for (const { state, to } of moves) {
    if (isOpen(state) === isOpen(to)) counts.changed += 1;
    else if (isOpen(to)) counts.opened += 1;
    else counts.closed += 1;
  }
  return counts;
}

interface Told extends ExposureCounts {
  organisation: string;
  cause: string;
  vulnerabilities: readonly string[];
  now: Date;
}

/** Tells the event stream and those who derive something of exposures what became of some of one organisation's. */
export async function tellChange(
  transaction: Executor,
  emit: (event: EventDraft) => Promise<unknown>,
  { organisation, cause, vulnerabilities, now, opened, changed, closed }: Told,
): Promise<void> {
  const names = [...vulnerabilities];
  await noteExposureChange(transaction, { at: now, cause, organisations: [organisation], vulnerabilities: names });
  await emit({
    kind: "exposure.changed",
    organisation,
    subject: { kind: "organisation", id: organisation },
    data: { cause, opened, changed, closed },
  });
}
