import type { Problem, Text } from "@bongsu/base";
import type { AlertState, AlertTopic, ChannelKind } from "@bongsu/contracts";
import type { Claimed } from "./claim.ts";

/** An alert as it is told. */
export interface ToldAlert {
  id: string;
  topic: AlertTopic;
  key: string;
  state: AlertState;
  urgency: number;
  title: Text;
  body: Text;
  /** A path of the hub. */
  link: string;
  facts: Record<string, unknown>;
  dueAt: Date | null;
  raisedAt: Date;
  changedAt: Date;
}

/** Where an organisation's system is told, with its secrets open. */
export interface Target {
  id: string;
  kind: ChannelKind;
  name: string;
  url: string;
  secrets: readonly string[];
  enabled: boolean;
  /** What keeps its secrets from being opened; null where they are open. */
  fault: Problem | null;
}

/** A delivery with all that is in it. */
export interface Parcel extends Omit<Claimed, "zone"> {
  /** The time zone in which it is written. */
  zone: string;
  handle: string;
  organisationName: Text;
  /** The most urgent first, at most `shownAlerts` of them. */
  told: readonly ToldAlert[];
  /** How many there are by urgency, 0 to 3, without those that are settled. */
  counts: readonly number[];
  /** The organisation's channel; null for people, and where it was removed. */
  target: Target | null;
  /** Whether the person may still be told; true where it is none. */
  stillThere: boolean;
}
