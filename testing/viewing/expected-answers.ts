import type { Viewer } from "@bongsu/markings";
import { expected } from "../../hub/capabilities/sharing/testing/expected.ts";
import { worldHandle } from "../put-world.ts";
import { type SharedReport, worldCircles, worldVulnerabilities } from "../worlds.ts";
import { knowsCircle } from "./put-secrets.ts";
import { isInCircle, isMember, own, type Seeing, seesComponents, seesReport, seesRequest } from "./rules.ts";

const last = ({ revisions }: SharedReport) => revisions.at(-1);

/** The marking of a report as this reader may see it. */
function markingOf(report: SharedReport, viewer: Viewer, seeing: Seeing): string {
  const marked = last(report)?.marked;
  if (marked === undefined) return "";
  const mine = own(viewer, seeing).has(marked.owner);
  const circles = marked.audience.circles.filter((id) => (mine ? knowsCircle(id) : isInCircle(id))(viewer, seeing));
  const organisations = marked.audience.organisations.filter((id) => mine || own(viewer, seeing).has(id));
  const named = mine || marked.tlp === "RED" ? marked.named : [];
  const author = marked.author !== null && knowsAuthor(marked.author, viewer, seeing) ? marked.author : "nobody";
  const [circle, organisation] = [circles.map(worldHandle).sort(), organisations.map(worldHandle).sort()];
  return `${report.id} by ${author} ${marked.tlp}: ${circle} / ${organisation} / ${[...named].sort()}`;
}

/** Oneself, while one belongs to the hub, and colleagues. */
const knowsAuthor = (author: string, viewer: Viewer, seeing: Seeing): boolean =>
  isMember(viewer, seeing) &&
  ((viewer.kind === "person" && viewer.person === author) ||
    seeing.shared.world.memberships.some((row) => row.person === author && own(viewer, seeing).has(row.organisation)));

/** What a viewer is answered on every path, by the pure rule: words that do not depend on the path. */
export function expectedAnswers(viewer: Viewer, seeing: Seeing): Record<string, unknown> {
  const { shared, now } = seeing;
  const { world, reports, exposures, assets } = shared;
  const { pointers: _, situation: __, directory, colleagues: ___, ...seen } = expected(shared, viewer, now);
  const visible = reports.filter(({ id }) => seesReport(id)(viewer, seeing)).reverse();
  const active = visible.filter(({ withdrawn }) => !withdrawn);
  const ids = (test: (report: SharedReport) => boolean) => active.filter(test).map(({ id }) => id);
  const member = isMember(viewer, seeing);
  const open = exposures.filter(
    ({ organisation, state }) => seesComponents(organisation)(viewer, seeing) && state !== "fixed",
  );
  const organisations = [...world.organisations.keys()].map(worldHandle).sort();
  return {
    ...seen,
    assets: assets
      .filter(({ organisation }) => seesComponents(organisation)(viewer, seeing))
      .map(({ id }) => id)
      .sort(),
    organisations: member ? organisations : null,
    directory: member ? directory : null,
    byLabel: ["CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED"].map((tlp) =>
      ids((one) => last(one)?.marked.tlp === tlp),
    ),
    byOwner: [...world.organisations.keys()].map((owner) => ids((one) => last(one)?.marked.owner === owner)),
    byCircle: worldCircles.map((circle) =>
      ids((one) => isInCircle(circle)(viewer, seeing) && last(one)?.marked.audience.circles.includes(circle) === true),
    ),
    byVulnerability: worldVulnerabilities.map((name) =>
      ids(({ references }) => references.some((one) => one.kind === "vulnerability" && one.name === name)),
    ),
    markings: active.map((one) => markingOf(one, viewer, seeing)),
    circles: member
      ? worldCircles
          .filter((id) => knowsCircle(id)(viewer, seeing))
          .map(worldHandle)
          .sort()
      : null,
    counted: member
      ? [open.length, new Set(open.map(({ asset }) => asset)).size, new Set(open.map((one) => one.vulnerability)).size]
      : null,
    exposed: member ? [...new Set(open.map(({ vulnerability }) => vulnerability))].sort() : null,
    uses: member
      ? assets
          .filter((one) => seesComponents(one.organisation)(viewer, seeing))
          .map(({ id }) => id)
          .sort()
      : null,
    approvals: member && viewer.kind === "person" ? approvalsOf(viewer, seeing) : null,
  };
}

/** How many requests for consent he is shown: his own, those of organisations that he reports for, and the hub's. */
const approvalsOf = (viewer: Viewer, seeing: Seeing): number =>
  [null, ...seeing.shared.reports.map(({ revisions }) => revisions[0]?.marked.owner ?? "")].filter((owner) =>
    seesRequest(owner)(viewer, seeing),
  ).length;
