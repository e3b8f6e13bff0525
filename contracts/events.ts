import { z } from "zod";
import { contract } from "./contract.ts";
import { id, instant } from "./fields.ts";
import { member, person } from "./who.ts";

/** Something that happened, as far as the listener may know of it. */
export const hubEvent = z.object({
  /** Counts up without gaps over the whole hub; a listener sees those that he may see. */
  number: z.int(),
  id,
  at: instant,
  /** `capability.what-happened`. */
  kind: z.string(),
  /** What it is about: a kind of thing and its id. */
  subject: z.object({ kind: z.string(), id: z.string() }),
  data: z.record(z.string(), z.json()),
});

export const followEvents = contract({
  name: "events.follow",
  method: "GET",
  path: "/events",
  summary: { en: "Follow what happens, as an event stream", ko: "일어나는 일을 이벤트 스트림으로 받기" },
  who: [member, person],
  input: z.object({
    /** Number of the last event that was received; also taken from `Last-Event-ID`. Without it: from now on. */
    after: z.int().min(0).optional(),
    /** Only these kinds; `exposure.*` stands for all of a capability. */
    kinds: z.array(z.string().max(100)).max(50).optional(),
  }),
  output: hubEvent,
  answers: "text/event-stream",
});
