import { advisoryProblems } from "@bongsu/advisories";
import type { ProblemKind } from "@bongsu/base";
import { bundleProblems } from "@bongsu/bundles";
import { markingProblems } from "@bongsu/markings";
import { openpgpProblems } from "@bongsu/openpgp";
import { sbomProblems } from "@bongsu/sbom";
import { versionProblems } from "@bongsu/versions";
import { accountProblems } from "./capabilities/accounts/problems.ts";
import { advisoryHubProblems } from "./capabilities/advisories/problems.ts";
import { deliveryProblems } from "./capabilities/alerts/delivering/problems.ts";
import { alertProblems } from "./capabilities/alerts/problems.ts";
import { approvalProblems } from "./capabilities/approvals/problems.ts";
import { auditProblems } from "./capabilities/audit/problems.ts";
import { bundlesProblems } from "./capabilities/bundles/problems.ts";
import { campaignProblems } from "./capabilities/campaigns/problems.ts";
import { exposureProblems } from "./capabilities/exposure/problems.ts";
import { inventoryProblems } from "./capabilities/inventories/problems.ts";
import { circleProblems, keyProblems, memberProblems, peopleProblems } from "./capabilities/members/problems.ts";
import { sharingProblems } from "./capabilities/sharing/problems.ts";
import { csafProblems } from "./capabilities/sources/csaf/problems.ts";
import { sourceProblems } from "./capabilities/sources/problems.ts";
import { kernelProblems } from "./kernel/problems.ts";
import { netProblems } from "./platform/net/index.ts";
import { platformProblems } from "./platform/problems.ts";

/** What each code that an operation may give means. */
export const problemTexts: Readonly<Record<string, ProblemKind>> = Object.assign(
  {},
  ...[
    kernelProblems,
    platformProblems,
    netProblems,
    memberProblems,
    circleProblems,
    peopleProblems,
    keyProblems,
    accountProblems,
    alertProblems,
    approvalProblems,
    auditProblems,
    markingProblems,
    sharingProblems,
    inventoryProblems,
    exposureProblems,
    campaignProblems,
    deliveryProblems,
    sourceProblems,
    csafProblems,
    bundlesProblems,
    bundleProblems,
    advisoryProblems,
    openpgpProblems,
    advisoryHubProblems,
    sbomProblems,
    versionProblems,
  ].map(({ table }): Record<string, ProblemKind> => table),
);
