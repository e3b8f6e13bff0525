import type { Text } from "@bongsu/base";
import { z } from "zod";
import { described } from "./described.ts";
import { email, handle, instant, line, text, wordOf } from "./fields.ts";
import { criticalities, sectors, sizes } from "./words.ts";

/** ISO 3166-2. */
export const region = described(z.string().regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/), {
  en: "region by ISO 3166-2, such as `KR-11`",
  ko: "지역(ISO 3166-2), 예: `KR-11`",
});

export const organisationStatuses = {
  active: { en: "Active", ko: "활동" },
  suspended: { en: "Suspended", ko: "정지" },
  left: { en: "Left", ko: "탈퇴" },
} satisfies Record<string, Text>;

export type OrganisationStatus = keyof typeof organisationStatuses;

/** An organisation as every member may know it. */
export const organisation = z.object({
  handle: described(handle, {
    en: "short name, by which it stands in addresses and command lines; never changes",
    ko: "주소와 명령에 쓰는 짧은 이름. 바뀌지 않습니다",
  }),
  name: described(text(200), { en: "what it is called, in both languages", ko: "두 언어로 적은 기관 이름" }),
  sector: described(wordOf(sectors), { en: "the sector that it is counted with", ko: "기관이 속한 분야" }),
  region,
  size: described(wordOf(sizes), { en: "how many people it has", ko: "기관의 인원 규모" }),
  criticality: described(wordOf(criticalities), {
    en: "what its failure would mean for others",
    ko: "기관이 멈추면 다른 곳에 미치는 영향",
  }),
  parent: described(handle.nullable(), {
    en: "handle of the organisation that it is a part of; null without one",
    ko: "상위 기관의 짧은 이름. 없으면 null",
  }),
  status: described(wordOf(organisationStatuses), {
    en: "one that is suspended or has left can do nothing",
    ko: "정지되었거나 탈퇴한 기관은 아무것도 할 수 없습니다",
  }),
  since: described(instant, { en: "when it was added", ko: "추가된 시각" }),
});

/** Whom to reach around the clock. */
export const contact = z.object({
  name: described(line(100).nullable(), { en: "a person or a desk", ko: "담당자 또는 부서" }),
  email: described(email.nullable(), {
    en: "an address that somebody reads at any hour",
    ko: "언제나 확인하는 이메일 주소",
  }),
  phone: described(line(40).nullable(), {
    en: "a number that somebody answers at any hour, as it is dialled",
    ko: "언제나 받는 전화번호",
  }),
});

/** An organisation with its contact: null for those who may not know it. */
export const organisationDetails = organisation.extend({
  contact: described(contact.nullable(), {
    en: "whom to reach around the clock; null for those who may not know it",
    ko: "24시간 연락처. 볼 수 없는 사람에게는 null",
  }),
});
