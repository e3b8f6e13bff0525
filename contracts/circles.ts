import type { Text } from "@bongsu/base";
import { z } from "zod";
import { contract } from "./contract.ts";
import { described } from "./described.ts";
import { handle, id, instant, line, prose, text, wordOf } from "./fields.ts";
import { circleHandle, organisationHandle } from "./naming.ts";
import { pageOf, paging } from "./page.ts";
import { inHub, inOrganisation, member } from "./who.ts";

/** What an organisation is in a circle. */
export const circleRoles = {
  member: { en: "Member", ko: "구성원" },
  administrator: { en: "Administrator", ko: "관리자" },
} satisfies Record<string, Text>;

export type CircleRole = keyof typeof circleRoles;

/** Who waits: an organisation that was asked in, or one that asks. */
export const invitationKinds = {
  invitation: { en: "Invited", ko: "초대됨" },
  request: { en: "Asks to join", ko: "가입 요청" },
} satisfies Record<string, Text>;

export type InvitationKind = keyof typeof invitationKinds;

/** What happened in a circle. */
export const circleEventKinds = {
  created: { en: "The circle was made", ko: "모임 생성" },
  changed: { en: "Name or description was changed", ko: "이름 또는 설명 변경" },
  invited: { en: "Was invited", ko: "초대" },
  requested: { en: "Asked to join", ko: "가입 요청" },
  declined: { en: "Did not join", ko: "가입하지 않음" },
  joined: { en: "Joined", ko: "가입" },
  left: { en: "Left", ko: "탈퇴" },
  removed: { en: "Was removed", ko: "제외" },
  "made-administrator": { en: "Became administrator", ko: "관리자 지정" },
  "made-member": { en: "Is administrator no more", ko: "관리자 해제" },
} satisfies Record<string, Text>;

export type CircleEventKind = keyof typeof circleEventKinds;

/** A circle (sharing group) as the viewer may know it. */
export const circle = z.object({
  id: described(id, { en: "stays the same for as long as the circle exists", ko: "모임의 식별자. 바뀌지 않습니다" }),
  handle: described(handle, {
    en: "short name, by which it stands in addresses and audiences",
    ko: "주소와 공유 대상에 쓰는 짧은 이름",
  }),
  name: described(text(200), { en: "what it is called, in both languages", ko: "두 언어로 적은 모임 이름" }),
  description: described(prose(4000), { en: "what it is for", ko: "모임의 목적" }),
  listed: described(z.boolean(), {
    en: "known to every member of the hub; its members are not",
    ko: "허브의 모든 회원에게 보이는지. 구성 기관은 보이지 않습니다",
  }),
  since: described(instant, { en: "when it was made", ko: "만든 시각" }),
  members: described(z.int().nullable(), {
    en: "how many organisations are in it; null for who is not",
    ko: "구성 기관 수. 속하지 않은 호출자에게는 null",
  }),
  role: described(wordOf(circleRoles).nullable(), {
    en: "what the caller's organisations are in it, the highest; null for who is not in it",
    ko: "내 기관의 모임 내 역할 가운데 가장 높은 것. 속하지 않으면 null",
  }),
  waiting: described(wordOf(invitationKinds).nullable(), {
    en: "whether one of the caller's organisations was invited or asks to join; null where none was",
    ko: "내 기관이 초대받았거나 가입을 요청한 상태. 아니면 null",
  }),
});

const one = z.object({ circle: circleHandle });
const memberField = described(handle, { en: "handle of the organisation", ko: "기관의 짧은 이름" });
const actors = [
  inOrganisation("organisation-administrator"),
  inHub("sector-coordinator"),
  inHub("national-coordinator"),
];
const unknown = ["circles.unknown-circle", "members.unknown-organisation"];
const administered = ["circles.unknown-circle", "circles.not-permitted"];
const mine = described(handle, {
  en: "one's own organisation, for which this is done",
  ko: "이 일을 하는 자기 기관",
});

export const listCircles = contract({
  name: "circles.listCircles",
  method: "GET",
  path: "/circles",
  summary: { en: "List the circles that are listed or one's own", ko: "공개된 모임과 내 모임 목록" },
  who: [member],
  input: z.object({
    ...paging(["handle"]),
    search: described(line(100).optional(), {
      en: "a part of its handle or of its name",
      ko: "짧은 이름이나 모임 이름의 일부",
    }),
    mine: described(z.boolean().optional(), {
      en: "only those that one's organisations are in",
      ko: "내 기관이 속한 것만",
    }),
  }),
  output: pageOf(circle),
});

export const showCircle = contract({
  name: "circles.showCircle",
  method: "GET",
  path: "/circles/{circle}",
  summary: { en: "Show a circle", ko: "모임 보기" },
  who: [member],
  input: one,
  output: circle,
  errors: ["circles.unknown-circle"],
});

export const createCircle = contract({
  name: "circles.createCircle",
  method: "POST",
  path: "/circles",
  summary: { en: "Make a circle", ko: "모임 만들기" },
  who: actors,
  input: z.object({
    organisation: mine,
    handle: described(handle, {
      en: "short name; an unlisted circle's gets a random ending, so that nobody finds it by trying",
      ko: "짧은 이름. 비공개 모임은 추측할 수 없도록 임의의 문자가 뒤에 붙습니다",
    }),
    name: described(text(200), { en: "what it is called, in both languages", ko: "두 언어로 적은 모임 이름" }),
    description: described(prose(4000).default(""), {
      en: "what it is for, in as many lines as it needs",
      ko: "모임의 목적. 여러 줄도 됩니다",
    }),
    listed: described(z.boolean().default(true), {
      en: "shown to members who are not in it",
      ko: "속하지 않은 회원에게도 보임",
    }),
  }),
  output: circle,
  errors: ["circles.circle-exists", "circles.not-permitted"],
  creates: true,
  records: ["organisation", "handle", "listed"],
});

export const changeCircle = contract({
  name: "circles.changeCircle",
  method: "PATCH",
  path: "/circles/{circle}",
  summary: { en: "Rename or describe a circle", ko: "모임 이름·설명 변경" },
  who: actors,
  input: one.extend({
    name: described(text(200).optional(), {
      en: "what it is called; left out, it stays",
      ko: "모임 이름. 지정하지 않으면 그대로 둡니다",
    }),
    description: described(prose(4000).optional(), {
      en: "what it is for; left out, it stays",
      ko: "모임의 목적. 지정하지 않으면 그대로 둡니다",
    }),
    listed: described(z.boolean().optional(), {
      en: "shown to members who are not in it; left out, it stays",
      ko: "속하지 않은 회원에게도 보일지. 지정하지 않으면 그대로 둡니다",
    }),
  }),
  output: circle,
  errors: administered,
  records: ["listed"],
});

export const removeCircle = contract({
  name: "circles.removeCircle",
  method: "DELETE",
  path: "/circles/{circle}",
  summary: { en: "Remove a circle that nobody else is in", ko: "다른 구성원이 없는 모임 삭제" },
  who: actors,
  input: one,
  output: z.object({ circle: circleHandle }),
  errors: [...administered, "circles.still-in-use"],
});

export const circleMember = z.object({
  organisation: organisationHandle,
  name: described(text(200), { en: "the organisation's name", ko: "기관의 이름" }),
  role: described(wordOf(circleRoles), {
    en: "administrators invite, admit and remove",
    ko: "관리자는 초대하고 수락하고 제외할 수 있습니다",
  }),
  since: described(instant, { en: "when it joined", ko: "가입한 시각" }),
});

export const listCircleMembers = contract({
  name: "circles.listMembers",
  method: "GET",
  path: "/circles/{circle}/members",
  summary: { en: "List the organisations in a circle", ko: "모임의 구성 기관 목록" },
  who: [member],
  input: one.extend(paging(["handle"])),
  output: pageOf(circleMember),
  errors: ["circles.unknown-circle", "circles.not-permitted-outside"],
});

export const circleInvitation = z.object({
  circle: circleHandle,
  circleName: described(text(200), { en: "what the circle is called", ko: "모임의 이름" }),
  organisation: described(handle, { en: "handle of the organisation that waits", ko: "대기 중인 기관의 짧은 이름" }),
  name: described(text(200), { en: "that organisation's name", ko: "그 기관의 이름" }),
  kind: described(wordOf(invitationKinds), {
    en: "whether it was invited or asks to join",
    ko: "초대받았는지, 가입을 요청했는지",
  }),
  message: described(prose(2000), { en: "what the other side was told", ko: "상대에게 남긴 말" }),
  at: described(instant, { en: "when it was sent", ko: "보낸 시각" }),
});

export const listCircleInvitations = contract({
  name: "circles.listInvitations",
  method: "GET",
  path: "/circle-invitations",
  summary: {
    en: "List who waits: one's own organisations, and at the circles that they administer",
    ko: "대기 목록: 내 기관, 그리고 내 기관이 관리하는 모임",
  },
  who: [member],
  input: z.object({
    ...paging(["circle"]),
    circle: described(handle.optional(), { en: "only who waits at this circle", ko: "이 모임의 대기만" }),
    organisation: described(handle.optional(), { en: "only what this organisation waits for", ko: "이 기관의 대기만" }),
  }),
  output: pageOf(circleInvitation),
});

const message = described(prose(2000).default(""), { en: "a word to whoever decides", ko: "결정하는 쪽에 남기는 말" });

export const inviteToCircle = contract({
  name: "circles.invite",
  method: "POST",
  path: "/circles/{circle}/invitations",
  summary: { en: "Invite an organisation into a circle", ko: "기관을 모임에 초대" },
  who: actors,
  input: one.extend({ member: memberField, message }),
  output: circleInvitation,
  errors: [...unknown, "circles.not-permitted", "circles.already-in", "circles.already-waiting"],
  creates: true,
  records: ["member"],
});

export const askToJoin = contract({
  name: "circles.askToJoin",
  method: "POST",
  path: "/circles/{circle}/requests",
  summary: { en: "Ask to join a circle", ko: "모임 가입 요청" },
  who: actors,
  input: one.extend({ organisation: mine, message }),
  output: circleInvitation,
  errors: [...unknown, "circles.not-permitted", "circles.already-in", "circles.already-waiting"],
  creates: true,
  records: ["organisation"],
});

export const admitToCircle = contract({
  name: "circles.admit",
  method: "PUT",
  path: "/circles/{circle}/members/{member}",
  summary: {
    en: "Accept: one's own invitation, or as the circle's administrator a request",
    ko: "수락: 받은 초대 또는 (모임 관리자로서) 가입 요청",
  },
  who: actors,
  input: one.extend({ member: memberField }),
  output: circleMember,
  errors: [...unknown, "circles.unknown-invitation", "circles.not-permitted"],
  agent: "never",
});

export const declineToCircle = contract({
  name: "circles.decline",
  method: "DELETE",
  path: "/circles/{circle}/invitations/{member}",
  summary: { en: "Decline or take back an invitation or a request", ko: "초대·요청의 거절 또는 취소" },
  who: actors,
  input: one.extend({ member: memberField }),
  output: z.object({ member: memberField }),
  errors: [...unknown, "circles.unknown-invitation", "circles.not-permitted"],
});

export const removeFromCircle = contract({
  name: "circles.removeMember",
  method: "DELETE",
  path: "/circles/{circle}/members/{member}",
  summary: { en: "Leave a circle, or remove an organisation from it", ko: "모임 탈퇴 또는 기관 제외" },
  who: actors,
  input: one.extend({ member: memberField }),
  output: z.object({ member: memberField }),
  errors: [...unknown, "circles.unknown-member", "circles.not-permitted", "circles.last-administrator"],
});

export const setCircleRole = contract({
  name: "circles.setRole",
  method: "PUT",
  path: "/circles/{circle}/members/{member}/role",
  summary: {
    en: "Make an organisation the circle's administrator, or a member again",
    ko: "모임 관리자 지정 또는 해제",
  },
  who: actors,
  input: one.extend({
    member: memberField,
    role: described(wordOf(circleRoles), {
      en: "administrators invite, admit and remove; a circle keeps one at any time",
      ko: "관리자는 초대하고 수락하고 제외할 수 있습니다. 모임에는 항상 관리자가 있어야 합니다",
    }),
  }),
  output: circleMember,
  errors: [...unknown, "circles.unknown-member", "circles.not-permitted", "circles.last-administrator"],
  records: ["role"],
});

/** Something that happened in a circle. Names that the viewer may not know are null. */
export const circleEvent = z.object({
  id: described(id, { en: "id of the entry in the circle's history", ko: "모임 이력 항목의 식별자" }),
  at: described(instant, { en: "when it happened", ko: "일어난 시각" }),
  kind: described(wordOf(circleEventKinds), { en: "what happened", ko: "일어난 일" }),
  organisation: described(
    z
      .object({
        handle: described(handle, { en: "handle of the organisation", ko: "기관의 짧은 이름" }),
        name: described(text(200), { en: "what it is called", ko: "기관의 이름" }),
      })
      .nullable(),
    {
      en: "the organisation that it happened to; null for who may not know it",
      ko: "대상 기관. 볼 수 없는 사람에게는 null",
    },
  ),
  by: described(
    z.object({
      organisation: described(handle.nullable(), {
        en: "handle of the organisation that acted; null for who may not know it",
        ko: "행위한 기관의 짧은 이름. 볼 수 없는 사람에게는 null",
      }),
      person: described(z.string().nullable(), {
        en: "name of a colleague who acted; null for others",
        ko: "행위한 동료의 이름. 다른 기관의 사람이면 null",
      }),
    }),
    { en: "who did it", ko: "누가 했는지" },
  ),
});

export const listCircleEvents = contract({
  name: "circles.listEvents",
  method: "GET",
  path: "/circles/{circle}/events",
  summary: { en: "List what happened in a circle", ko: "모임의 이력" },
  who: [member],
  input: one.extend(paging(["-at"])),
  output: pageOf(circleEvent),
  errors: ["circles.unknown-circle", "circles.not-permitted-outside"],
});
