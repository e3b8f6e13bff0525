import type { Text } from "@bongsu/base";
import type { AlertDraft, AlertRef } from "../../../kernel/index.ts";
import type { CampaignRow } from "./row.ts";

/** The keys of a campaign's alerts in an organisation: the request itself, then each reminder of it. */
const keys = (campaign: string): string[] => [campaign, `${campaign}/48h`, `${campaign}/due`];

/** Every alert that a campaign can have in an organisation. */
export const refsOf = (organisation: string, campaign: string): AlertRef[] =>
  keys(campaign).map((key) => ({ organisation, topic: "campaign", key }));

/** `2026-11-27 18:00 (Asia/Seoul)`. */
export function inZone(time: Date, zone: string): string {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  }).formatToParts(time);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? "";
  return `${part("year")}-${part("month")}-${part("day")} ${part("hour")}:${part("minute")} (${zone})`;
}

/** How many characters of a description an alert carries. */
const shown = 1_000;

const cut = (words: string): string => (words.length > shown ? `${words.slice(0, shown)}…` : words);

/** What the organisation has still to do, in one sentence. */
function left(campaign: CampaignRow, open: number): Text {
  return campaign.package === null
    ? {
        en: `Your inventories list ${open} open ${open === 1 ? "exposure" : "exposures"} that this is about.`,
        ko: `귀 기관의 구성 목록에 이와 관련된 열린 노출이 ${open}건 있습니다.`,
      }
    : {
        en: `Your inventories list ${open} ${open === 1 ? "use" : "uses"} of a version that this is about.`,
        ko: `귀 기관의 구성 목록에 해당 버전을 쓰는 곳이 ${open}건 있습니다.`,
      };
}

/** The titles by how often the organisation was reminded: not yet, 48 hours before, at the due time. */
const titles: readonly ((title: Text, due: string) => Text)[] = [
  ({ en, ko }, due) => ({ en: `Please help by ${due}: ${en}`, ko: `${due}까지 협조 요청: ${ko}` }),
  ({ en, ko }, due) => ({ en: `48 hours left, until ${due}: ${en}`, ko: `48시간 남음(${due}까지): ${ko}` }),
  ({ en, ko }, due) => ({
    en: `The time that was asked for is over (${due}): ${en}`,
    ko: `요청 기한이 지남(${due}): ${ko}`,
  }),
];

/** What one organisation is told of a campaign: `reminder` 0 the request itself, 1 and 2 its reminders. It asks; it never orders. */
export function letterOf(
  campaign: CampaignRow,
  { organisation, open, decision }: { organisation: string; open: number; decision: number },
  reminder: number,
): AlertDraft {
  const { id, owner_en, owner_ko, title_en, title_ko, description_en, description_ko } = campaign;
  const due = inZone(campaign.due_at, campaign.zone);
  const rest = left(campaign, open);
  const title = titles[reminder] ?? titles[0];
  return {
    organisation,
    topic: "campaign",
    key: keys(id)[reminder] ?? id,
    urgency: Math.max(decision, reminder === 0 ? 1 : 2),
    title: title?.({ en: title_en, ko: title_ko }, due) ?? { en: title_en, ko: title_ko },
    body: {
      en: `${owner_en} asks you to see to this by ${due}. ${rest.en} Taking part is voluntary: if you cannot make it, or are not affected, please answer so.\n\n${cut(description_en)}`,
      ko: `${owner_ko} 측에서 ${due}까지 조치해 주시기를 요청합니다. ${rest.ko} 참여는 자발적입니다. 기한을 맞추기 어렵거나 영향이 없으면 그렇게 답해 주십시오.\n\n${cut(description_ko)}`,
    },
    link: `/campaigns/${id}`,
    dueAt: campaign.due_at,
    people: null,
    facts: { campaign: id, owner: campaign.owner_handle, open, reminder },
  };
}
