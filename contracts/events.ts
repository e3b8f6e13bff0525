import { z } from "zod";
import { contract } from "./contract.ts";
import { described } from "./described.ts";
import { id, instant } from "./fields.ts";
import { member, person } from "./who.ts";

/** Something that happened, as far as the listener may know of it. */
export const hubEvent = z.object({
  number: described(z.int(), {
    en: "counts up without gaps over the whole hub; a listener gets those that he may see",
    ko: "허브 전체에서 빠짐없이 커지는 순번. 받는 사람은 볼 수 있는 것만 받습니다",
  }),
  id: described(id, { en: "id of the event, the same on every delivery", ko: "이벤트의 식별자. 다시 받아도 같습니다" }),
  at: described(instant, { en: "when it happened", ko: "일어난 시각" }),
  kind: described(z.string(), { en: "`capability.what-happened`", ko: "`영역.일어난-일`" }),
  subject: described(
    z.object({
      kind: described(z.string(), {
        en: "kind of thing: `report`, `exposure`, `organisation` …",
        ko: "대상의 종류: `report`, `exposure`, `organisation` 등",
      }),
      id: described(z.string(), { en: "what names it among its kind", ko: "그 종류 안에서의 식별자" }),
    }),
    { en: "what it is about", ko: "이벤트의 대상" },
  ),
  data: described(z.record(z.string(), z.json()), {
    en: "what else is told, by the kind of event",
    ko: "이벤트 종류에 따른 나머지 내용",
  }),
});

export const followEvents = contract({
  name: "events.follow",
  method: "GET",
  path: "/events",
  summary: { en: "Follow what happens, as an event stream", ko: "일어나는 일을 이벤트 스트림으로 받기" },
  who: [member, person],
  input: z.object({
    after: described(z.int().min(0).optional(), {
      en: "number of the last event that was received; also taken from `Last-Event-ID`. Without it: from now on",
      ko: "마지막으로 받은 이벤트의 순번. `Last-Event-ID`로도 받습니다. 없으면 지금부터",
    }),
    kinds: described(z.array(z.string().max(100)).max(50).optional(), {
      en: "only these kinds; `exposure.*` stands for all of a capability",
      ko: "이 종류만. `exposure.*`는 그 영역 전체",
    }),
  }),
  output: hubEvent,
  answers: "text/event-stream",
});
