import assert from "node:assert/strict";
import { contains } from "@bongsu/contracts";
import type { SharedReport } from "../worlds.ts";
import type { Asker, Hub } from "./askers.ts";
import { held, type Seeing, seesReport } from "./rules.ts";

/**
 * Somebody of its owner takes a report's marking away, so that it is the owner's alone, through the hub. Gives the
 * reports as they are then; all as before where nobody of the world can.
 */
export async function narrowOne(hub: Hub, askers: readonly Asker[], seeing: Seeing): Promise<SharedReport[]> {
  const { reports } = seeing.shared;
  for (const report of reports) {
    const marked = report.revisions.at(-1)?.marked;
    if (report.withdrawn || marked === undefined || marked.tlp === null || marked.tlp === "RED") continue;
    const asker = askers.find(
      ({ viewer }) =>
        seesReport(report.id)(viewer, seeing) &&
        held(viewer, seeing).some((one) => one.organisation === marked.owner && contains(one.role, "reporter")),
    );
    if (asker === undefined) continue;
    const { status, body } = await asker.ask(`/api/v1/reports/${report.id}/marking`, {
      method: "PUT",
      json: { tlp: null },
    });
    assert.deepEqual([status, body.outcome], [200, "marked"], JSON.stringify(body));
    await hub.settle();
    const narrowed = {
      ...marked,
      tlp: null,
      audience: { organisations: [], circles: [] },
      named: [],
      embargoUntil: null,
    };
    const revisions = [...report.revisions, { marked: narrowed, text: report.revisions.at(-1)?.text ?? "" }];
    // What was changed last stands first.
    return [...reports.filter((one) => one !== report), { ...report, revisions }];
  }
  return [...reports];
}
