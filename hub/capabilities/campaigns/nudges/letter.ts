import { roles } from "@bongsu/contracts";
import type { AlertDraft } from "../../../kernel/index.ts";
import type { Coordinator } from "../coordinator.ts";
import type { Subject } from "./subject.ts";

/** Who asks: the coordinator's organisation and role. People are not named. */
export interface Asker extends Pick<Coordinator, "handle" | "role"> {
  name: { en: string; ko: string };
}

export const nudgeRef = (organisation: string, nudge: string) => ({
  organisation,
  topic: "nudge" as const,
  key: nudge,
});

const link = ({ kind, about }: Pick<Subject, "kind" | "about">): string => {
  if (kind === "campaign") return `/campaigns/${about}`;
  return kind === "vulnerability" ? `/exposures?vulnerability=${encodeURIComponent(about)}` : "/exposures";
};

/** What the organisation is told of a nudge: who asks, about what, in whose words. It asks; it never orders. */
export function nudgeLetter(
  asker: Asker,
  { kind, about, title }: Subject,
  { organisation, nudge, message }: { organisation: string; nudge: string; message: string | null },
): AlertDraft {
  const { en, ko } = asker.name;
  const role = roles[asker.role];
  const said = message === null ? { en: "", ko: "" } : { en: `\n\n“${message}”`, ko: `\n\n“${message}”` };
  const what = title ?? { en: "your open exposures", ko: "열린 노출 전반" };
  return {
    ...nudgeRef(organisation, nudge),
    urgency: 2,
    title: {
      en: `${en} (${role.en.toLowerCase()}) asks where you stand: ${what.en}`,
      ko: `${ko}(${role.ko})의 확인 요청: ${what.ko}`,
    },
    body: {
      en: `Please look at it, and answer in a word: working on it, not affected, need help, or late until when. An answer is voluntary, and helps to see who needs help.${said.en}`,
      ko: `살펴보시고 조치 중, 영향 없음, 도움 필요, 지연 예정(언제까지) 가운데 하나로 답해 주십시오. 답은 자발적이며, 도움이 필요한 곳을 찾는 데 쓰입니다.${said.ko}`,
    },
    link: link({ kind, about }),
    dueAt: null,
    people: null,
    facts: { nudge, subject: kind, about: kind === "general" ? null : about, by: asker.handle, role: asker.role },
  };
}
