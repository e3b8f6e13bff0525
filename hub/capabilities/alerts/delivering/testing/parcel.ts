import type { Parcel, ToldAlert } from "../parcel.ts";

const now = new Date("2026-11-20T00:00:00Z");

export const someAlert: ToldAlert = {
  id: "11111111-1111-4111-8111-111111111111",
  topic: "exposure",
  key: "CVE-2026-1234",
  state: "open",
  urgency: 3,
  title: { en: "CVE-2026-1234 on core and 2 other assets", ko: "core 외 2개 자산: CVE-2026-1234에 노출" },
  body: { en: "What it is.\nWhat to do.", ko: "무엇인지.\n할 일." },
  link: "/exposures/CVE-2026-1234",
  facts: { assets: 3 },
  dueAt: new Date("2026-11-27T09:00:00Z"),
  raisedAt: now,
  changedAt: now,
};

/** A delivery of these alerts to a channel of an organisation. */
export function parcelOf(alerts: readonly ToldAlert[], given: Partial<Parcel> = {}): Parcel {
  return {
    organisation: "22222222-2222-4222-8222-222222222222",
    id: "33333333-3333-4333-8333-333333333333",
    alerts: alerts.map(({ id }) => id),
    notice: "raised",
    channel: "webhook",
    channelId: null,
    person: null,
    recipient: "a@bank.example.kr",
    language: "ko",
    zone: "Asia/Seoul",
    createdAt: now,
    dueAt: now,
    attempts: 1,
    lease: "44444444-4444-4444-8444-444444444444",
    handle: "bank",
    organisationName: { en: "Hanbit Bank", ko: "한빛은행" },
    told: alerts,
    counts: [0, 1, 2, 3].map(
      (urgency) => alerts.filter((alert) => alert.state !== "settled" && alert.urgency === urgency).length,
    ),
    target: null,
    stillThere: true,
    ...given,
  };
}
