import type { HubRole } from "@bongsu/contracts";
import type { testHub } from "../hub.ts";

export type TestHub = Awaited<ReturnType<typeof testHub>>;

/** Somebody who sends requests: his headers, and what the test knows of him. */
export interface FuzzActor {
  name: string;
  headers: Record<string, string>;
  /** `red` or `blue`: for whom he acts; null for nobody. */
  of: string | null;
  hubRole: HubRole | null;
}

/** A word that stands only in certain things, and who may come to see it. */
export interface Marker {
  word: string;
  may(actor: FuzzActor): boolean;
}

export const nobody = () => false;
const ofBlue = ({ of }: FuzzActor) => of === "blue";
export const holding =
  (...roles: HubRole[]) =>
  ({ hubRole }: FuzzActor) =>
    hubRole !== null && roles.includes(hubRole);

/** What belongs to `vault`, an organisation for which nobody who sends requests acts. */
export const markers: readonly Marker[] = [
  // Only its own organisation, or those whom it names: whoever administers or audits the hub reads no reports.
  { word: "zqreportvault", may: nobody },
  { word: "zqredvault", may: nobody },
  { word: "zqembargovault", may: ofBlue },
  { word: "zqsharedvault", may: ofBlue },
  { word: "zqcircletextvault", may: ofBlue },
  { word: "zqreasonvault", may: nobody },
  { word: "zqcomponentvault", may: nobody },
  { word: "zqvexvault", may: nobody },
  { word: "zqactionvault", may: nobody },
  { word: "zqcommentvault", may: nobody },
  { word: "zqviewvault", may: holding("auditor") },
  { word: "zqsuppliervault", may: nobody },
  { word: "zqmodelvault", may: nobody },
  { word: "zqdescriptionvault", may: nobody },
  // The trail keeps the names of assets and the handles of circles that were made.
  { word: "zqassetvault", may: holding("auditor") },
  { word: "zqgroupvault", may: holding("auditor") },
  { word: "zqcirclevault", may: (actor) => ofBlue(actor) || holding("auditor")(actor) },
  { word: "zqaccountvault", may: holding("auditor", "hub-administrator") },
  { word: "zqdomainvault", may: holding("auditor", "hub-administrator") },
  { word: "zqinvitedvault", may: holding("auditor", "hub-administrator") },
  { word: "zqpersonvault", may: (actor) => ofBlue(actor) || holding("auditor", "hub-administrator")(actor) },
  {
    word: "zqcontactvault",
    may: holding("hub-administrator", "national-coordinator", "sector-coordinator", "auditor"),
  },
];
