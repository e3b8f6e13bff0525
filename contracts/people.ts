import type { Text } from "@bongsu/base";
import { z } from "zod";
import { contract } from "./contract.ts";
import { described } from "./described.ts";
import { handle, id, instant, line, prose, text, wordOf } from "./fields.ts";
import { organisationHandle, personId } from "./naming.ts";
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
  organisation: described(handle, {
    en: "handle of the organisation by way of which it is held",
    ko: "역할이 속한 기관의 짧은 이름",
  }),
  name: described(text(200), { en: "that organisation's name", ko: "그 기관의 이름" }),
  role: described(wordOf(roles), {
    en: "what the person may do, and where: in the organisation or in the hub",
    ko: "기관 또는 허브에서 할 수 있는 일",
  }),
  sector: described(wordOf(sectors).nullable(), {
    en: "sector of a sector coordinator; null otherwise",
    ko: "분야 조정자의 분야. 다른 역할이면 null",
  }),
  since: described(instant, { en: "when it was given", ko: "역할을 받은 시각" }),
});

export const personView = z.object({
  id: personId,
  name: described(z.string(), { en: "what the person is called", ko: "사용자의 이름" }),
  email: described(z.string(), { en: "the address that the person signs in with", ko: "로그인에 쓰는 이메일 주소" }),
  status: described(wordOf(personStatuses), {
    en: "a suspended person can do nothing",
    ko: "정지된 사용자는 아무것도 할 수 없습니다",
  }),
  twoFactor: described(z.boolean(), {
    en: "whether signing in takes a second step: a passkey or a code",
    ko: "2단계 인증(패스키 또는 코드) 사용 여부",
  }),
  since: described(instant, { en: "when the account was made", ko: "계정을 만든 시각" }),
  roles: described(z.array(heldRole), {
    en: "those in the organisation that was asked for; of everybody's list, all",
    ko: "지정한 기관에서의 역할. 모든 사용자 목록에서는 전체 역할",
  }),
});

/** Who asks: a person or a service account. */
export const self = z.object({
  kind: described(z.enum(["person", "service"]), {
    en: "who calls: a person, or a service account by its key",
    ko: "호출한 쪽: 사용자 또는 서비스 계정",
  }),
  id: described(id, { en: "of the person or of the service account", ko: "사용자 또는 서비스 계정의 식별자" }),
  name: described(z.string(), { en: "what the hub calls whoever calls", ko: "사용자 또는 서비스 계정의 이름" }),
  email: described(z.string().nullable(), {
    en: "the address that the person signs in with; null for a service account",
    ko: "로그인에 쓰는 이메일 주소. 서비스 계정이면 null",
  }),
  language: described(wordOf(languages).nullable(), {
    en: "of e-mails and pages; null for a service account",
    ko: "이메일과 화면의 언어. 서비스 계정이면 null",
  }),
  scopes: described(z.array(z.string()).nullable(), {
    en: "what the API key may be used for; null for a person",
    ko: "API 키의 범위. 사용자이면 null",
  }),
  roles: described(z.array(heldRole), { en: "every role that is held, and where", ko: "가진 모든 역할" }),
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
  input: z.object({
    name: described(line(100).optional(), {
      en: "what others see you called; left out, it stays",
      ko: "다른 사람에게 보이는 이름. 지정하지 않으면 그대로 둡니다",
    }),
    language: described(wordOf(languages).optional(), {
      en: "of e-mails and pages; left out, it stays",
      ko: "이메일과 화면의 언어. 지정하지 않으면 그대로 둡니다",
    }),
  }),
  output: self,
  agent: "never",
});

const administrators = [inOrganisation("organisation-administrator"), inHub("hub-administrator")];
const search = described(line(100).optional(), {
  en: "a part of the name or of the e-mail address",
  ko: "이름이나 이메일의 일부",
});
const inPlace = z.object({ organisation: organisationHandle, person: personId });

export const listPeople = contract({
  name: "people.listPeople",
  method: "GET",
  path: "/organisations/{organisation}/people",
  summary: { en: "List an organisation's people and their roles", ko: "기관의 사용자와 역할 목록" },
  who: [...administrators, inHub("auditor")],
  input: z.object({ organisation: organisationHandle, ...paging(["name"]), search }),
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
    status: described(wordOf(personStatuses).optional(), {
      en: "only people who are active, or suspended",
      ko: "이 상태인 사용자만",
    }),
    role: described(wordOf(roles).optional(), {
      en: "only people who hold this role anywhere",
      ko: "어디서든 이 역할을 가진 사용자만",
    }),
  }),
  output: pageOf(personView),
});

const roleField = described(wordOf(roles), {
  en: "what the person may do, in the organisation or in the hub",
  ko: "기관 또는 허브에서 할 수 있는 일",
});
const sectorField = described(wordOf(sectors).optional(), {
  en: "sector of a sector coordinator; nobody else has one",
  ko: "분야 조정자의 분야. 다른 역할에는 지정하지 않습니다",
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
  output: z.object({ person: personId }),
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
  output: z.object({ person: personId }),
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
  input: z.object({
    person: personId,
    status: described(wordOf(personStatuses), {
      en: "suspended: signed out everywhere at once, and can do nothing until active again",
      ko: "정지하면 모든 곳에서 즉시 로그아웃되고, 다시 활동 상태가 될 때까지 아무것도 할 수 없습니다",
    }),
  }),
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
  input: inPlace.extend({
    reason: described(prose(2000), {
      en: "why; the second person reads it",
      ko: "지정하는 이유. 두 번째 사람이 읽습니다",
    }),
  }),
  /** Null where no second person was needed: the second administrator, in the first day of the hub. */
  output: z.object({
    approval: described(id.nullable(), {
      en: "id of the request that waits; null where no second person was needed: the second administrator, in the first day of the hub",
      ko: "대기 중인 승인 요청의 식별자. 두 번째 사람이 필요 없었으면 null(허브의 첫날, 두 번째 관리자를 지정할 때)",
    }),
  }),
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
  operation: described(z.string(), { en: "`capability.operation`", ko: "`영역.기능`" }),
  method: described(z.string(), { en: "HTTP method of its route", ko: "HTTP 메서드" }),
  path: described(z.string(), {
    en: "under `/api/v1`, fields in braces",
    ko: "`/api/v1` 아래 경로. 항목은 중괄호로 표시",
  }),
  summary: described(text(300), { en: "what it does", ko: "하는 일" }),
  who: described(text(500), { en: "who may call it, in words", ko: "호출할 수 있는 사람" }),
  scope: described(z.string(), { en: "what an API key needs", ko: "API 키에 필요한 범위" }),
  agent: described(z.enum(["free", "ask", "never"]), {
    en: "whether a program that acts by itself may call it: freely, after asking its person, never",
    ko: "스스로 움직이는 프로그램의 호출: 자유롭게, 사람에게 확인한 뒤, 금지",
  }),
  approval: described(z.boolean(), { en: "whether it takes a second person's consent", ko: "2인 승인 필요 여부" }),
  fresh: described(z.boolean(), {
    en: "whether a person must have signed in shortly before",
    ko: "방금 로그인한 상태여야 하는지",
  }),
  may: described(z.boolean(), { en: "whether the caller may", ko: "호출한 쪽이 쓸 수 있는지" }),
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
  output: z.object({
    items: described(z.array(permission), {
      en: "one line for each operation of the hub",
      ko: "허브의 기능마다 한 줄",
    }),
  }),
});
