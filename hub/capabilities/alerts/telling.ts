import type { Language } from "@bongsu/base";
import type { AlertChannel, AlertNotice, AlertTopic } from "@bongsu/contracts";

/** An alert that people are to be told of now, and why. */
export interface Noticed {
  organisation: string;
  id: string;
  topic: AlertTopic;
  key: string;
  urgency: number;
  people: readonly string[] | null;
  notice: AlertNotice;
}

/** Somebody is told of alerts by one way: a row of the delivery log. */
export interface Telling {
  organisation: string;
  alerts: readonly string[];
  notice: AlertNotice;
  channel: AlertChannel;
  channelId: string | null;
  person: string | null;
  /** For the log: an address, a name. */
  recipient: string;
  language: Language;
  zone: string | null;
  dueAt: Date;
}
