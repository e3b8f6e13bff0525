import { z } from "zod";
import { contract } from "./contract.ts";
import { described } from "./described.ts";
import { doer } from "./exposure-line.ts";
import { id, instant, line, prose } from "./fields.ts";
import { organisationHandle } from "./naming.ts";
import { pageOf, paging } from "./page.ts";
import { inOrganisation, member } from "./who.ts";

const ofOrganisation = z.object({ organisation: organisationHandle });

const ofComment = ofOrganisation.extend({
  comment: described(id, { en: "id of the comment", ko: "댓글의 식별자" }),
});

const words = described(prose(10_000).min(1), { en: "what is said, as plain text", ko: "댓글 내용(일반 텍스트)" });

const mentioned = described(z.array(id).max(20).default([]), {
  en: "ids of people of the organisation who are to be told",
  ko: "알릴 기관 사용자의 식별자",
});

/** What was said about a vulnerability within an organisation. */
export const comment = z.object({
  id: described(id, { en: "by which it is changed and removed", ko: "댓글의 식별자" }),
  vulnerability: described(z.string(), { en: "the vulnerability that it is about", ko: "댓글이 다루는 취약점" }),
  asset: described(id.nullable(), {
    en: "the asset that it is about; null: the vulnerability anywhere in the organisation",
    ko: "댓글이 다루는 자산의 식별자. 기관 전체이면 null",
  }),
  by: described(doer, { en: "who said it", ko: "작성자" }),
  own: described(z.boolean(), {
    en: "whether the caller said it, and may change it",
    ko: "호출한 사람이 쓴 것인지(수정 가능)",
  }),
  at: described(instant, { en: "when it was said", ko: "작성한 시각" }),
  changedAt: described(instant.nullable(), {
    en: "when it was last changed; null where it was not",
    ko: "마지막으로 고친 시각. 고치지 않았으면 null",
  }),
  removedAt: described(instant.nullable(), {
    en: "when it was removed; null where it was not",
    ko: "삭제한 시각. 삭제하지 않았으면 null",
  }),
  text: described(z.string().nullable(), {
    en: "what is said; null where it was removed",
    ko: "댓글 내용. 삭제했으면 null",
  }),
  people: described(z.array(id), { en: "ids of the people who were told", ko: "알림을 받은 사용자의 식별자" }),
});

export const listComments = contract({
  name: "exposure.listComments",
  method: "GET",
  path: "/organisations/{organisation}/exposure-comments",
  summary: { en: "List what an organisation's people say about a vulnerability", ko: "취약점에 대한 기관의 댓글 목록" },
  who: [member],
  input: ofOrganisation.extend({
    ...paging(["at"]),
    vulnerability: described(line(512), { en: "the vulnerability, by any of its names", ko: "취약점 이름 중 하나" }),
    asset: described(id.optional(), {
      en: "only those about this asset, and those about none in particular",
      ko: "이 자산에 대한 것과 자산을 지정하지 않은 것만",
    }),
  }),
  output: pageOf(comment),
  errors: ["members.unknown-organisation"],
});

export const addComment = contract({
  name: "exposure.addComment",
  method: "POST",
  path: "/organisations/{organisation}/exposure-comments",
  summary: { en: "Comment on a vulnerability within the organisation", ko: "취약점에 댓글 쓰기" },
  who: [inOrganisation("reporter")],
  input: ofOrganisation.extend({
    vulnerability: described(line(512), { en: "the vulnerability, by any of its names", ko: "취약점 이름 중 하나" }),
    asset: described(id.optional(), {
      en: "the asset that it is about; left out, all of the organisation",
      ko: "댓글이 다루는 자산. 지정하지 않으면 기관 전체",
    }),
    text: words,
    people: mentioned,
  }),
  output: comment,
  errors: ["members.unknown-organisation", "inventories.unknown-asset", "exposure.unknown", "exposure.unknown-person"],
  creates: true,
  records: ["vulnerability", "asset"],
});

export const changeComment = contract({
  name: "exposure.changeComment",
  method: "PATCH",
  path: "/organisations/{organisation}/exposure-comments/{comment}",
  summary: {
    en: "Change one's own comment; what it said before stays in the history",
    ko: "자기 댓글 수정(이전 내용은 이력에 남음)",
  },
  who: [inOrganisation("reporter")],
  input: ofComment.extend({ text: words, people: mentioned }),
  output: comment,
  errors: ["members.unknown-organisation", "exposure.unknown-comment", "exposure.unknown-person"],
});

export const removeComment = contract({
  name: "exposure.removeComment",
  method: "DELETE",
  path: "/organisations/{organisation}/exposure-comments/{comment}",
  summary: {
    en: "Remove one's own comment; that it was there stays in the history",
    ko: "자기 댓글 삭제(댓글이 있었다는 것은 이력에 남음)",
  },
  who: [inOrganisation("reporter")],
  input: ofComment,
  output: comment,
  errors: ["members.unknown-organisation", "exposure.unknown-comment"],
});
