import { z } from "zod";
import { contract } from "./contract.ts";
import { described } from "./described.ts";
import { email, id, instant, wordOf } from "./fields.ts";
import { organisationHandle, personId } from "./naming.ts";
import { pageOf, paging } from "./page.ts";
import { anyone, inHub, inOrganisation, roles } from "./who.ts";
import { sectors } from "./words.ts";

export const languageWord = z.enum(["en", "ko"]);

export const showHub = contract({
  name: "accounts.showHub",
  method: "GET",
  path: "/hub",
  summary: { en: "Show what this hub is and how one signs in", ko: "허브 정보와 로그인 방법 보기" },
  who: [anyone],
  input: z.object({}),
  output: z.object({
    name: described(z.literal("Bongsu"), {
      en: "always `Bongsu`: by it a program knows that it speaks with a hub",
      ko: "항상 `Bongsu`. 프로그램이 허브임을 알아보는 값",
    }),
    version: described(z.string(), { en: "version of the product", ko: "제품 버전" }),
    needsSetup: described(z.boolean(), {
      en: "true until the first administrator has been made",
      ko: "첫 관리자를 만들기 전이면 true",
    }),
    languages: described(z.array(languageWord), { en: "languages that the hub speaks", ko: "허브가 지원하는 언어" }),
    singleSignOn: described(z.string().nullable(), {
      en: "what the button of single sign-on says; null where there is none",
      ko: "통합 로그인 버튼의 이름. 통합 로그인이 없으면 null",
    }),
  }),
});

export const personInvitation = z.object({
  id: described(id, { en: "by which the invitation is revoked", ko: "초대의 식별자" }),
  email: described(z.string(), { en: "where the invitation was sent", ko: "초대를 보낸 이메일 주소" }),
  organisation: organisationHandle,
  role: described(wordOf(roles), { en: "the role that the person gets by accepting", ko: "초대를 수락하면 받는 역할" }),
  sector: described(wordOf(sectors).nullable(), {
    en: "sector of a sector coordinator; null for other roles",
    ko: "분야 조정자의 분야. 다른 역할이면 null",
  }),
  expiresAt: described(instant, { en: "until when it can be accepted", ko: "수락할 수 있는 기한" }),
  createdAt: described(instant, { en: "when it was sent", ko: "보낸 시각" }),
});

export const invitePerson = contract({
  name: "accounts.invitePerson",
  method: "POST",
  path: "/organisations/{organisation}/invitations",
  summary: { en: "Invite a person to an organisation by e-mail", ko: "이메일로 기관에 사람 초대" },
  who: [inOrganisation("organisation-administrator"), inHub("hub-administrator")],
  input: z.object({
    organisation: organisationHandle,
    email: described(email, {
      en: "where the invitation is sent; the account gets this address",
      ko: "초대를 보낼 이메일 주소. 계정의 주소가 됩니다",
    }),
    role: described(wordOf(roles), {
      en: "the role that the person gets by accepting; the hub administrator's is not given by invitation",
      ko: "초대를 수락하면 받는 역할. 허브 관리자는 초대로 지정할 수 없습니다",
    }),
    sector: described(wordOf(sectors).optional(), {
      en: "sector of a sector coordinator; nobody else has one",
      ko: "분야 조정자의 분야. 다른 역할에는 지정하지 않습니다",
    }),
    language: described(languageWord.default("ko"), {
      en: "language that the invitation is written in",
      ko: "초대 이메일의 언어",
    }),
  }),
  output: personInvitation,
  creates: true,
  agent: "never",
  records: ["email", "role", "sector"],
  errors: ["members.unknown-organisation"],
});

export const listInvitations = contract({
  name: "accounts.listInvitations",
  method: "GET",
  path: "/organisations/{organisation}/invitations",
  summary: { en: "List the open invitations of an organisation", ko: "기관의 유효한 초대 목록" },
  who: [inOrganisation("organisation-administrator"), inHub("hub-administrator")],
  input: z.object({ organisation: organisationHandle, ...paging(["-created"]) }),
  output: pageOf(personInvitation),
  errors: ["members.unknown-organisation"],
});

export const revokeInvitation = contract({
  name: "accounts.revokeInvitation",
  method: "DELETE",
  path: "/organisations/{organisation}/invitations/{invitation}",
  summary: { en: "Revoke an invitation", ko: "초대 취소" },
  who: [inOrganisation("organisation-administrator"), inHub("hub-administrator")],
  input: z.object({
    organisation: organisationHandle,
    invitation: described(id, { en: "id of an open invitation", ko: "유효한 초대의 식별자" }),
  }),
  output: z.object({}),
  agent: "never",
  errors: ["members.unknown-organisation", "accounts.unknown-invitation"],
});

export const endSessionsOf = contract({
  name: "accounts.endSessionsOf",
  method: "DELETE",
  path: "/people/{person}/sessions",
  summary: { en: "Sign a person out everywhere", ko: "사람의 모든 세션 로그아웃" },
  who: [inHub("hub-administrator")],
  input: z.object({ person: personId }),
  output: z.object({ ended: described(z.int(), { en: "how many sessions were ended", ko: "종료한 세션 수" }) }),
  agent: "never",
});

export const removeFactors = contract({
  name: "accounts.removeFactors",
  method: "DELETE",
  path: "/people/{person}/factors",
  summary: {
    en: "Take away the second factors of a person who lost them, and sign them out everywhere",
    ko: "2단계 인증 수단을 잃은 사람의 수단을 해제하고 모든 곳에서 로그아웃",
  },
  who: [inHub("hub-administrator")],
  input: z.object({ person: personId }),
  output: z.object({}),
  fresh: true,
  agent: "never",
  errors: ["accounts.unknown-person"],
});
