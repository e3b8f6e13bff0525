import { z } from "zod";
import { contract } from "./contract.ts";
import { email, handle, id, instant, line, text, wordOf } from "./fields.ts";
import { region } from "./members.ts";
import { pageOf, paging } from "./page.ts";
import { anyone, inHub, inOrganisation, person, roles } from "./who.ts";
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

export const completeSetup = contract({
  name: "accounts.completeSetup",
  method: "POST",
  path: "/setup",
  summary: { en: "Set up a new hub with the one-time code of its console", ko: "콘솔의 일회용 코드로 새 허브 설정" },
  who: [anyone],
  input: z.object({
    code: z.string().min(1).max(100),
    organisation: z.object({ handle, name: text(200), sector: wordOf(sectors), region }),
    person: z.object({ name: line(100), email, password: z.string().min(1).max(256) }),
    language: languageWord.default("ko"),
  }),
  output: z.object({ organisation: handle, person: id }),
  agent: "never",
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

export const showInvitation = contract({
  name: "accounts.showInvitation",
  method: "POST",
  path: "/invitations/look-up",
  summary: { en: "Show an invitation to whoever holds its link", ko: "초대 링크로 초대 내용 보기" },
  who: [anyone],
  input: z.object({ token: z.string().min(1).max(200) }),
  output: z.object({ email: z.string(), organisation: text(200), role: wordOf(roles), expiresAt: instant }),
  agent: "never",
  errors: ["accounts.invitation-invalid"],
});

export const acceptInvitation = contract({
  name: "accounts.acceptInvitation",
  method: "POST",
  path: "/invitations/acceptance",
  summary: { en: "Accept an invitation and make one's account", ko: "초대를 받아들이고 계정 만들기" },
  who: [anyone],
  input: z.object({
    token: z.string().min(1).max(200),
    name: line(100),
    password: z.string().min(1).max(256),
    language: languageWord.default("ko"),
  }),
  output: z.object({ person: id, organisation: handle }),
  agent: "never",
  errors: ["accounts.invitation-invalid"],
});

export const accountSession = z.object({
  id,
  createdAt: instant,
  lastSeenAt: instant,
  expiresAt: instant,
  address: z.string().nullable(),
  agent: z.string().nullable(),
  /** The one with which this is asked. */
  current: z.boolean(),
});

export const listSessions = contract({
  name: "accounts.listSessions",
  method: "GET",
  path: "/me/sessions",
  summary: { en: "List where I am signed in", ko: "내 로그인 세션 목록" },
  who: [person],
  input: z.object({}),
  output: z.object({ items: z.array(accountSession) }),
});

export const endSession = contract({
  name: "accounts.endSession",
  method: "DELETE",
  path: "/me/sessions/{session}",
  summary: { en: "Sign out one of my sessions", ko: "내 세션 하나 로그아웃" },
  who: [person],
  input: z.object({ session: id }),
  output: z.object({}),
  agent: "never",
  errors: ["accounts.unknown-session"],
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
