import { z } from "zod";
import {
  answerInput,
  answerView,
  audienceFields,
  campaign,
  campaignDetails,
  campaignDue,
  campaignId,
  campaignStandings,
  campaignStates,
  campaignTexts,
  ownPart,
} from "./campaign.ts";
import { contract } from "./contract.ts";
import { described } from "./described.ts";
import { handle, instant, line, text, wordOf } from "./fields.ts";
import { tlp } from "./marking.ts";
import { organisationHandle } from "./naming.ts";
import { region } from "./organisation.ts";
import { pageOf, paging } from "./page.ts";
import { inHub, inOrganisation, member } from "./who.ts";
import { sectors } from "./words.ts";

const one = z.object({ campaign: campaignId });
const coordinators = [inHub("sector-coordinator"), inHub("national-coordinator")];

export const addCampaign = contract({
  name: "campaigns.addCampaign",
  method: "POST",
  path: "/campaigns",
  summary: {
    en: "Ask organisations to see to something by a time: a campaign",
    ko: "기한을 정해 조치를 요청하는 캠페인 만들기",
  },
  who: coordinators,
  input: z.object({
    organisation: described(handle.optional(), {
      en: "handle of the organisation in whose name you ask; without it, the one by which you coordinate",
      ko: "요청하는 기관의 짧은 이름. 지정하지 않으면 조정자 역할을 준 기관",
    }),
    ...campaignTexts,
    vulnerabilities: described(z.array(line(512)).max(100).default([]), {
      en: "vulnerabilities that it is about, by any of their names; none where a package is given",
      ko: "대상 취약점(어느 이름이든 됩니다). 패키지를 지정하면 비웁니다",
    }),
    package: described(line(1_000).optional(), {
      en: "package that it is about: its package URL, without a version",
      ko: "대상 패키지의 URL(버전 없이)",
    }),
    range: described(line(1_000).optional(), {
      en: "only these versions of the package: VERS, or the ecosystem's own notation; without it, all",
      ko: "대상 버전 범위(VERS 또는 생태계 표기). 지정하지 않으면 모든 버전",
    }),
    ...campaignDue,
    ...audienceFields,
    tlp: described(tlp.default("AMBER+STRICT"), {
      en: "how far those asked may pass it on; CLEAR and GREEN show its text to every member",
      ko: "전달해도 되는 범위. CLEAR와 GREEN이면 모든 회원이 내용을 봅니다",
    }),
  }),
  output: campaign,
  errors: [
    "campaigns.not-permitted-there",
    "campaigns.invalid-subject",
    "campaigns.invalid-zone",
    "campaigns.invalid-due",
    "campaigns.beyond-reach",
    "campaigns.unknown-circle",
    "campaigns.invalid-marking",
    "members.unknown-organisation",
    "versions.invalid-purl",
    "versions.invalid-range",
  ],
  creates: true,
  records: ["organisation", "title", "vulnerabilities", "package", "range", "dueAt", "sectors", "regions"],
});

export const changeCampaign = contract({
  name: "campaigns.changeCampaign",
  method: "PATCH",
  path: "/campaigns/{campaign}",
  summary: { en: "Change a campaign's words or its due time", ko: "캠페인의 문구나 기한 변경" },
  who: coordinators,
  input: one.extend({
    title: campaignTexts.title.optional(),
    description: campaignTexts.description.optional(),
    dueAt: campaignDue.dueAt.optional(),
    zone: campaignDue.zone.optional(),
  }),
  output: campaign,
  errors: [
    "campaigns.unknown-campaign",
    "campaigns.not-permitted-other",
    "campaigns.ended-already",
    "campaigns.invalid-zone",
    "campaigns.invalid-due",
  ],
  records: ["dueAt"],
});

export const endCampaign = contract({
  name: "campaigns.endCampaign",
  method: "POST",
  path: "/campaigns/{campaign}/end",
  summary: {
    en: "End a campaign: nobody is asked any more, its figures stay",
    ko: "캠페인 종료(요청은 끝나고 수치는 남음)",
  },
  who: coordinators,
  input: one,
  output: campaign,
  errors: ["campaigns.unknown-campaign", "campaigns.not-permitted-other", "campaigns.ended-already"],
});

export const listCampaigns = contract({
  name: "campaigns.listCampaigns",
  method: "GET",
  path: "/campaigns",
  summary: {
    en: "List campaigns: those that ask you, and those that you follow",
    ko: "나에게 온 캠페인과 내가 보는 캠페인 목록",
  },
  who: [member],
  input: z.object({
    ...paging(["-started", "due"]),
    state: described(z.array(wordOf(campaignStates)).max(3).optional(), {
      en: "only those in any of these states; without it, those that go on",
      ko: "이 상태인 것만. 지정하지 않으면 끝나지 않은 것",
    }),
    mine: described(z.boolean().default(false), {
      en: "only those in which one of your own organisations is asked",
      ko: "내 기관이 요청받은 것만",
    }),
  }),
  output: pageOf(campaign),
});

export const showCampaign = contract({
  name: "campaigns.showCampaign",
  method: "GET",
  path: "/campaigns/{campaign}",
  summary: {
    en: "Show a campaign: your own part in it, and for coordinators its progress",
    ko: "캠페인과 내 기관의 상황, 조정자에게는 진행 현황 보기",
  },
  who: [member],
  input: one,
  output: campaignDetails,
  errors: ["campaigns.unknown-campaign"],
});

export const listCampaignOrganisations = contract({
  name: "campaigns.listCampaignOrganisations",
  method: "GET",
  path: "/campaigns/{campaign}/organisations",
  summary: {
    en: "List how organisations stand in a campaign, as far as they disclose it",
    ko: "공개 범위 안에서 캠페인의 기관별 상황 목록",
  },
  who: [member],
  input: one.extend({
    ...paging(["standing"], 1_000),
    standing: described(z.array(wordOf(campaignStandings)).max(8).optional(), {
      en: "only those that stand so; without it, all but those never exposed",
      ko: "이 상태인 기관만. 지정하지 않으면 노출된 적이 없는 기관을 뺀 전체",
    }),
    sector: described(wordOf(sectors).optional(), { en: "only organisations of this sector", ko: "이 분야의 기관만" }),
    region: described(region.optional(), { en: "only organisations of this region", ko: "이 지역의 기관만" }),
  }),
  output: pageOf(
    z.object({
      organisation: organisationHandle,
      name: described(text(200), { en: "what it is called", ko: "기관의 이름" }),
      sector: described(wordOf(sectors), { en: "the sector that it is counted with", ko: "기관이 속한 분야" }),
      region,
      standing: described(wordOf(campaignStandings), { en: "how it stands", ko: "기관의 상태" }),
      atStart: described(z.boolean(), {
        en: "whether it was exposed when the campaign began",
        ko: "시작 때 이미 노출되어 있었는지",
      }),
      open: ownPart.shape.open,
      done: ownPart.shape.done,
      declared: described(z.boolean(), {
        en: "whether some of what is done is so by its word alone",
        ko: "조치 가운데 기관의 말로만 확인된 것이 있는지",
      }),
      since: described(instant.nullable(), {
        en: "since when it stands so; null where it was never exposed",
        ko: "그 상태가 된 시각. 노출된 적이 없으면 null",
      }),
      silentFrom: described(instant.nullable(), {
        en: "when it counts as silent; null where it has reacted",
        ko: "무응답으로 보는 시각. 이미 반응했으면 null",
      }),
      answer: described(answerView.nullable(), { en: "what it answered; null so far", ko: "기관의 답. 아직이면 null" }),
    }),
  ),
  errors: ["campaigns.unknown-campaign"],
});

export const answerCampaign = contract({
  name: "campaigns.answerCampaign",
  method: "PUT",
  path: "/organisations/{organisation}/campaigns/{campaign}/answer",
  summary: { en: "Answer a campaign for your organisation", ko: "기관을 대표해 캠페인에 답하기" },
  who: [inOrganisation("analyst")],
  input: one.extend({ organisation: organisationHandle, ...answerInput }),
  output: ownPart,
  errors: [
    "members.unknown-organisation",
    "campaigns.unknown-campaign",
    "campaigns.ended-already",
    "campaigns.invalid-until",
  ],
  records: ["answer"],
});
