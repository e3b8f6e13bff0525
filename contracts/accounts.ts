import { z } from "zod";
import { contract } from "./contract.ts";
import { email, handle, id, instant, wordOf } from "./fields.ts";
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
    name: z.literal("Bongsu"),
    version: z.string(),
    /** True until the first administrator has been made. */
    needsSetup: z.boolean(),
    languages: z.array(languageWord),
    /** What the button of single sign-on says; null where there is none. */
    singleSignOn: z.string().nullable(),
  }),
});

export const personInvitation = z.object({
  id,
  email: z.string(),
  organisation: handle,
  role: wordOf(roles),
  sector: wordOf(sectors).nullable(),
  expiresAt: instant,
  createdAt: instant,
});

export const invitePerson = contract({
  name: "accounts.invitePerson",
  method: "POST",
  path: "/organisations/{organisation}/invitations",
  summary: { en: "Invite a person to an organisation by e-mail", ko: "이메일로 기관에 사람 초대" },
  who: [inOrganisation("organisation-administrator"), inHub("hub-administrator")],
  input: z.object({
    organisation: handle,
    email,
    role: wordOf(roles),
    sector: wordOf(sectors).optional(),
    language: languageWord.default("ko"),
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
  input: z.object({ organisation: handle, ...paging(["-created"]) }),
  output: pageOf(personInvitation),
  errors: ["members.unknown-organisation"],
});

export const revokeInvitation = contract({
  name: "accounts.revokeInvitation",
  method: "DELETE",
  path: "/organisations/{organisation}/invitations/{invitation}",
  summary: { en: "Revoke an invitation", ko: "초대 취소" },
  who: [inOrganisation("organisation-administrator"), inHub("hub-administrator")],
  input: z.object({ organisation: handle, invitation: id }),
  output: z.object({}),
  agent: "never",
  errors: ["accounts.unknown-invitation"],
});

export const endSessionsOf = contract({
  name: "accounts.endSessionsOf",
  method: "DELETE",
  path: "/people/{person}/sessions",
  summary: { en: "Sign a person out everywhere", ko: "사람의 모든 세션 로그아웃" },
  who: [inHub("hub-administrator")],
  input: z.object({ person: id }),
  output: z.object({ ended: z.int() }),
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
  input: z.object({ person: id }),
  output: z.object({}),
  fresh: true,
  agent: "never",
  errors: ["accounts.unknown-person"],
});
