import type { Text } from "@bongsu/base";

/** Roles within an organisation, the least first; each may do what those before it may. */
export const organisationRoles = {
  "read-only": { en: "Read only", ko: "조회" },
  reporter: { en: "Reporter", ko: "보고자" },
  analyst: { en: "Analyst", ko: "분석가" },
  "organisation-administrator": { en: "Organisation administrator", ko: "기관 관리자" },
} satisfies Record<string, Text>;

export type OrganisationRole = keyof typeof organisationRoles;

/** Roles for the whole hub, or for one sector of it. */
export const hubRoles = {
  auditor: { en: "Auditor", ko: "감사자" },
  "sector-coordinator": { en: "Sector coordinator", ko: "분야 조정자" },
  "national-coordinator": { en: "National coordinator", ko: "국가 조정자" },
  "hub-administrator": { en: "Hub administrator", ko: "허브 관리자" },
} satisfies Record<string, Text>;

export type HubRole = keyof typeof hubRoles;

export const roles = { ...organisationRoles, ...hubRoles } satisfies Record<string, Text>;

export type Role = keyof typeof roles;

/** Somebody who may call an operation. */
export type Grant =
  /** Signed in or not. */
  | { to: "anyone" }
  /** A person, even before any organisation took them in. */
  | { to: "person" }
  /** Whoever acts for an active organisation: a person or a service account. */
  | { to: "member" }
  /** At least this role in the organisation that the input names as `organisation`, else in any of the actor's own. */
  | { to: "organisation"; role: OrganisationRole }
  | { to: "hub"; role: HubRole };

export const anyone: Grant = { to: "anyone" };
export const person: Grant = { to: "person" };
export const member: Grant = { to: "member" };
export const inOrganisation = (role: OrganisationRole): Grant => ({ to: "organisation", role });
export const inHub = (role: HubRole): Grant => ({ to: "hub", role });

const rank = Object.keys(organisationRoles);

/** Does a role in an organisation contain another? Hub roles contain reading. */
export const contains = (role: Role, needed: OrganisationRole): boolean =>
  role in hubRoles ? needed === "read-only" : rank.indexOf(role) >= rank.indexOf(needed);
