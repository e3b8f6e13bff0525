import type { Text } from "@bongsu/base";
import { z } from "zod";
import { contract } from "./contract.ts";
import { described } from "./described.ts";
import { handle, id, instant, line, prose, text, wordOf } from "./fields.ts";
import { pageOf, paging } from "./page.ts";
import { anyone, inHub, inOrganisation, member, person, roles } from "./who.ts";
import { sectors } from "./words.ts";

export const personStatuses = {
  active: { en: "Active", ko: "활동" },
  suspended: { en: "Suspended", ko: "정지" },
} satisfies Record<string, Text>;

export type PersonStatus = keyof typeof personStatuses;

export const languages = {
  ko: { en: "Korean", ko: "한국어" },
  en: { en: "English", ko: "영어" },
} satisfies Record<string, Text>;

/** A role that somebody holds, and where. */
export const heldRole = z.object({
  organisation: handle,
  name: text(200),
  role: wordOf(roles),
  /** Of a sector coordinator; null otherwise. */
  sector: wordOf(sectors).nullable(),
  since: instant,
});

export const personView = z.object({
  id,
  name: z.string(),
  email: z.string(),
  status: wordOf(personStatuses),
  twoFactor: z.boolean(),
  since: instant,
  /** Those in the organisation that was asked for; of everybody's list, all. */
  roles: z.array(heldRole),
});

/** Who asks: a person or a service account. */
export const self = z.object({
  kind: z.enum(["person", "service"]),
  id,
  name: z.string(),
  email: z.string().nullable(),
  language: wordOf(languages).nullable(),
  /** What an API key may be used for; null for a person. */
  scopes: z.array(z.string()).nullable(),
  roles: z.array(heldRole),
});

export const showMe = contract({
  name: "people.me",
  method: "GET",
  path: "/me",
  summary: { en: "Show who one is to the hub", ko: "내 정보" },
  who: [person, member],
  input: z.object({}),
  output: self,
});

export const changeMe = contract({
  name: "people.changeMe",
  method: "PATCH",
  path: "/me",
  summary: { en: "Change one's name or language", ko: "내 이름·언어 변경" },
  who: [person],
  input: z.object({ name: line(100).optional(), language: wordOf(languages).optional() }),
  output: self,
  agent: "never",
});

const administrators = [inOrganisation("organisation-administrator"), inHub("hub-administrator")];
const search = described(line(100).optional(), {
  en: "a part of the name or of the e-mail address",
  ko: "이름이나 이메일의 일부",
});
const inPlace = z.object({ organisation: handle, person: id });

export const listPeople = contract({
  name: "people.listPeople",
  method: "GET",
  path: "/organisations/{organisation}/people",
  summary: { en: "List an organisation's people and their roles", ko: "기관의 사용자와 역할 목록" },
  who: [...administrators, inHub("auditor")],
  input: z.object({ organisation: handle, ...paging(["name"]), search }),
  output: pageOf(personView),
  errors: ["members.unknown-organisation"],
});

export const listEveryone = contract({
  name: "people.listEveryone",
  method: "GET",
  path: "/people",
  summary: { en: "List everybody who has an account", ko: "모든 사용자 목록" },
  who: [inHub("hub-administrator"), inHub("auditor")],
  input: z.object({
    ...paging(["name"]),
    search,
    status: wordOf(personStatuses).optional(),
    role: wordOf(roles).optional(),
  }),
  output: pageOf(personView),
});

const roleField = described(wordOf(roles), { en: "the role", ko: "역할" });
const sectorField = described(wordOf(sectors).optional(), {
  en: "of a sector coordinator",
  ko: "분야 조정자의 분야",
});

export const grantRole = contract({
  name: "people.grantRole",
  method: "PUT",
  path: "/organisations/{organisation}/people/{person}/roles/{role}",
  summary: { en: "Give somebody a role", ko: "역할 부여" },
  who: administrators,
  input: inPlace.extend({ role: roleField, sector: sectorField }),
  output: personView,
  errors: [
    "members.unknown-organisation",
    "people.unknown-person",
    "people.not-permitted-role",
    "people.sector-needed",
    "people.consent-needed",
  ],
  agent: "never",
  records: ["sector"],
});

export const revokeRole = contract({
  name: "people.revokeRole",
  method: "DELETE",
  path: "/organisations/{organisation}/people/{person}/roles/{role}",
  summary: { en: "Take a role from somebody", ko: "역할 회수" },
  who: administrators,
  input: inPlace.extend({ role: roleField, sector: sectorField }),
  output: z.object({ person: id }),
  errors: [
    "members.unknown-organisation",
    "people.unknown-person",
    "people.unknown-membership",
    "people.not-permitted-role",
    "people.sector-needed",
    "people.last-hub-administrator",
    "people.last-organisation-administrator",
  ],
  agent: "never",
  records: ["sector"],
});

export const removePerson = contract({
  name: "people.removePerson",
  method: "DELETE",
  path: "/organisations/{organisation}/people/{person}",
  summary: { en: "Take somebody out of an organisation", ko: "기관에서 사용자 제외" },
  who: administrators,
  input: inPlace,
  output: z.object({ person: id }),
  errors: [
    "members.unknown-organisation",
    "people.unknown-person",
    "people.not-permitted-role",
    "people.last-hub-administrator",
    "people.last-organisation-administrator",
  ],
  agent: "never",
});

export const setPersonStatus = contract({
  name: "people.setStatus",
  method: "PUT",
  path: "/people/{person}/status",
  summary: { en: "Suspend somebody, or let them in again", ko: "사용자 정지 또는 해제" },
  who: [inHub("hub-administrator")],
  input: z.object({ person: id, status: wordOf(personStatuses) }),
  output: personView,
  errors: ["people.unknown-person", "people.last-hub-administrator"],
  agent: "never",
  records: ["status"],
});

export const appointAdministrator = contract({
  name: "people.appointAdministrator",
  method: "POST",
  path: "/organisations/{organisation}/people/{person}/administration",
  summary: { en: "Make somebody hub administrator, with a second person's consent", ko: "허브 관리자 지정(2인 승인)" },
  who: [inHub("hub-administrator")],
  input: inPlace.extend({ reason: prose(2000) }),
  /** Null where no second person was needed: the second administrator, in the first day of the hub. */
  output: z.object({ approval: id.nullable() }),
  errors: [
    "members.unknown-organisation",
    "people.unknown-person",
    "people.already-administrator",
    "approvals.already-requested",
  ],
  agent: "never",
  creates: true,
  approval: true,
  fresh: true,
});

/** What the permissions page says of one operation. */
export const permission = z.object({
  operation: z.string(),
  method: z.string(),
  path: z.string(),
  summary: text(300),
  who: text(500),
  /** What an API key needs. */
  scope: z.string(),
  agent: z.enum(["free", "ask", "never"]),
  approval: z.boolean(),
  fresh: z.boolean(),
  /** Whether the caller may. */
  may: z.boolean(),
});

export const showPermissions = contract({
  name: "people.permissions",
  method: "GET",
  path: "/permissions",
  summary: { en: "Show every operation, who may call it, and whether one may", ko: "모든 기능과 권한" },
  who: [anyone],
  input: z.object({
    organisation: described(handle.optional(), {
      en: "for this organisation; without it, for any of one's own",
      ko: "이 기관에 대해. 없으면 내 기관 중 어느 것이든",
    }),
  }),
  output: z.object({ items: z.array(permission) }),
});
