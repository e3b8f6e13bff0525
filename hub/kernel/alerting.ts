import type { Text } from "@bongsu/base";
import type { AlertTopic } from "@bongsu/contracts";
import type { Clock } from "../platform/clock.ts";
import type { Executor } from "../platform/database/database.ts";

/** What an organisation has one alert for: raised again, that alert is updated and not repeated. */
export interface AlertRef {
  /** Its id. */
  organisation: string;
  topic: AlertTopic;
  /** Names the cause within the organisation and topic: a vulnerability, the id of a source, of a campaign … */
  key: string;
}

/** Something that people of an organisation must hear of. */
export interface AlertDraft extends AlertRef {
  /** How urgent, as SSVC's decisions are: 0 defer, 1 scheduled, 2 out of cycle, 3 immediate. */
  urgency: number;
  /** One line. */
  title: Text;
  /** What it is, where it is in one's own systems, and what to do: a few sentences of plain text. */
  body: Text;
  /** Where in the hub it is seen to: a path that begins with `/`. */
  link: string;
  /** By when it is to be done; null where there is no hurry. */
  dueAt: Date | null;
  /** Only these people (ids) of the organisation; null: everybody there who follows the topic. */
  people: readonly string[] | null;
  /** What programs read: small plain data. */
  facts: Record<string, unknown>;
}

/** Alerts, for those who raise them: in the transaction of their cause, so that there is one for each cause or none. */
export interface Alerts {
  raise(transaction: Executor, clock: Clock, drafts: readonly AlertDraft[]): Promise<void>;
  /** What they were about is over. Those that are not there are none of its business. */
  settle(transaction: Executor, clock: Clock, refs: readonly AlertRef[]): Promise<void>;
}
