import { contains, type Role } from "@bongsu/contracts";
import { type Marked, maySee, seesInventory, type Viewer } from "@bongsu/markings";
import type { SharedReport, SharedWorld } from "../worlds.ts";

/** A generated world, looked at at one moment. */
export interface Seeing {
  shared: SharedWorld;
  now: Date;
}

/** Says of a viewer whether he may know something, at a moment of a world. */
export type Rule = (viewer: Viewer, seeing: Seeing) => boolean;

const machineRoles: readonly Role[] = ["organisation-administrator", "analyst", "read-only"];

/** The role of an organisation's one service account. */
export const machineRole = ({ world }: SharedWorld, organisation: string): Role =>
  machineRoles[[...world.organisations.keys()].indexOf(organisation) % machineRoles.length] ?? "read-only";

export const isActive = ({ world }: SharedWorld, organisation: string): boolean =>
  world.organisations.get(organisation)?.status === "active";

/** What the viewer holds in active organisations. */
export function held(viewer: Viewer, { shared }: Seeing): { organisation: string; role: Role; sector: string }[] {
  if (viewer.kind === "person") {
    if (shared.world.people.get(viewer.person)?.status !== "active") return [];
    return shared.world.memberships
      .filter(({ person, organisation }) => person === viewer.person && isActive(shared, organisation))
      .map((row) => ({ ...row, role: row.role as Role }));
  }
  if (viewer.kind === "anonymous" || !isActive(shared, viewer.organisation)) return [];
  return [{ organisation: viewer.organisation, role: machineRole(shared, viewer.organisation), sector: "" }];
}

export const own = (viewer: Viewer, seeing: Seeing): Set<string> =>
  new Set(held(viewer, seeing).map(({ organisation }) => organisation));

export const isMember: Rule = (viewer, seeing) => own(viewer, seeing).size > 0;

export const holds =
  (role: Role, organisation?: string): Rule =>
  (viewer, seeing) =>
    held(viewer, seeing).some(
      (one) => one.role === role && (organisation === undefined || one.organisation === organisation),
    );

export const either =
  (...rules: Rule[]): Rule =>
  (viewer, seeing) =>
    rules.some((rule) => rule(viewer, seeing));

export const belongsTo =
  (organisation: string): Rule =>
  (viewer, seeing) =>
    own(viewer, seeing).has(organisation);

const sees = (viewer: Viewer, marked: Marked, { shared, now }: Seeing) => maySee(viewer, marked, shared.world, now);

/** The report as it stands in the world that is looked at: it may have been marked anew. */
const current = ({ shared }: Seeing, id: string): SharedReport | undefined =>
  shared.reports.find((report) => report.id === id);

/** A report as it is now. */
export const seesReport =
  (id: string): Rule =>
  (viewer, seeing) => {
    const marked = current(seeing, id)?.revisions.at(-1)?.marked;
    return marked !== undefined && sees(viewer, marked, seeing);
  };

/** One of its revisions. */
export const seesRevision =
  (id: string, revision: number): Rule =>
  (viewer, seeing) => {
    const marked = current(seeing, id)?.revisions[revision]?.marked;
    return marked !== undefined && sees(viewer, marked, seeing) && seesReport(id)(viewer, seeing);
  };

export const seesComponents =
  (organisation: string): Rule =>
  (viewer, { shared }) =>
    seesInventory(viewer, organisation, shared.world) === "components";

/** Its own people, coordinators of it, hub administrators. */
export const seesContact =
  (organisation: string): Rule =>
  (viewer, seeing) =>
    own(viewer, seeing).has(organisation) ||
    (viewer.kind === "person" &&
      held(viewer, seeing).some(
        ({ role, sector }) =>
          role === "national-coordinator" ||
          role === "hub-administrator" ||
          (role === "sector-coordinator" && sector === seeing.shared.world.organisations.get(organisation)?.sector),
      ));

/** The directory is the members'; who published something is known to everybody. */
export const knowsOrganisation =
  (organisation: string): Rule =>
  (viewer, seeing) =>
    isMember(viewer, seeing) ||
    seeing.shared.reports.some(({ revisions }) => {
      const marked = revisions.at(-1)?.marked;
      return marked?.owner === organisation && sees({ kind: "anonymous" }, marked, seeing);
    });

/** Oneself, colleagues; those who keep the hub's list of people. */
export const knowsPerson =
  (person: string): Rule =>
  (viewer, seeing) =>
    (viewer.kind === "person" && viewer.person === person) ||
    holds("hub-administrator")(viewer, seeing) ||
    holds("auditor")(viewer, seeing) ||
    seeing.shared.world.memberships.some((row) => row.person === person && own(viewer, seeing).has(row.organisation));

export const isInCircle =
  (circle: string): Rule =>
  (viewer, seeing) =>
    seeing.shared.world.circleMembers.some((row) => row.circle === circle && own(viewer, seeing).has(row.organisation));

export const administers = (organisation: string): Rule =>
  either(holds("organisation-administrator", organisation), holds("hub-administrator"));

/** A request about an organisation's report (null: the hub's own): whoever asked, and people who could consent. */
export const seesRequest =
  (owner: string | null): Rule =>
  (viewer, seeing) => {
    if (viewer.kind !== "person" || !isMember(viewer, seeing)) return false;
    const [requester] = seeing.shared.world.people.keys();
    if (viewer.person === requester) return true;
    return held(viewer, seeing).some(({ organisation, role }) =>
      owner === null ? role === "hub-administrator" : organisation === owner && contains(role, "reporter"),
    );
  };
