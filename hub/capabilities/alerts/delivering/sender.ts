import type { Hub } from "../../../kernel/index.ts";
import { newId } from "../../../platform/ids.ts";
import { type Rounds, startRounds } from "../../../platform/rounds.ts";
import { deliveryChannel } from "../tell.ts";
import { type Claimed, claim, giveBack, renew, takeBack } from "./claim.ts";
import { type Lanes, lanesOf } from "./lanes.ts";
import type { Outcome } from "./outcome.ts";
import type { Parcel } from "./parcel.ts";
import { parcelsOf } from "./parcels.ts";
import { deliveryProblems } from "./problems.ts";
import { putOff } from "./rules.ts";
import { send } from "./send.ts";
import { settleOutcomes } from "./settle.ts";

/** Sends what waits, for as long as the process lives. Every process of a hub runs one; they share the work. */
export interface Sender extends Rounds {
  /** Resolves when nothing is due any more, and all that was sent is written. */
  settle(): Promise<void>;
  /** Finishes what is under way; what has not begun, another process sends. */
  stop(): Promise<void>;
}

/** What sending stands on. */
export type SenderHub = Pick<Hub, "config" | "database" | "clock" | "vault" | "net" | "mail" | "alerts">;

export interface SenderOptions {
  onError(error: unknown): void;
  /** Milliseconds for which a delivery is this process's; it is renewed while it lasts. */
  lease?: number;
  /** From 0 to 1: how much later than planned something is tried again. */
  chance?: () => number;
}

/** Webhooks at once, of one process; and to one receiving host. */
const web = { atOnce: 64, perLane: 8 };
/** Mails that the mailer's own connections have before them. */
const mail = { atOnce: 20, perLane: 20 };

/** Deliveries that one process takes at a time, and has taken in all. */
const batch = 200;
const most = 1_000;
/** Of one channel, or for the mail server: who has so much before him gets nothing more for now. */
const perReceiver = 150;

/** Outcomes that are written together, and the milliseconds for which they are gathered. */
const together = 200;
const gathering = 50;

/** Milliseconds for which what is under way is waited for at the end. */
const grace = 10_000;

const laneOf = ({ channel, target }: Parcel): string =>
  channel === "email" ? "email" : target === null || target.fault !== null ? "" : new URL(target.url).host;

const sleep = (milliseconds: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, milliseconds);
  });

class Sending {
  readonly #hub: SenderHub;
  readonly #options: Required<SenderOptions>;
  readonly #lanes: { web: Lanes; mail: Lanes };
  readonly #held = new Map<string, Claimed>();
  readonly #begun = new Set<string>();
  readonly #perChannel = new Map<string, number>();
  #outcomes: Outcome[] = [];
  #writing: Promise<void> | null = null;
  #more = false;
  wake: () => void = () => {};

  constructor(hub: SenderHub, options: Required<SenderOptions>) {
    this.#hub = hub;
    this.#options = options;
    const onRoom = () => {
      if (this.#more && this.#held.size <= most - batch) this.wake();
    };
    this.#lanes = { web: lanesOf(web, onRoom), mail: lanesOf(mail, onRoom) };
  }

  get idle(): boolean {
    return this.#held.size === 0 && this.#outcomes.length === 0 && this.#writing === null;
  }

  #until(): Date {
    return new Date(this.#hub.clock.now().getTime() + this.#options.lease);
  }

  /** Takes what is due; true where there may be more for which there is room. */
  async round(): Promise<boolean> {
    const { database, clock, vault, config } = this.#hub;
    const room = Math.min(batch, most - this.#held.size);
    if (room <= 0) return false;
    const now = clock.now();
    await takeBack(database.requests, now);
    const claimed = await claim(database.requests, {
      lease: newId(now),
      now,
      until: this.#until(),
      most: room,
      busy: [...this.#perChannel].filter(([, count]) => count >= perReceiver).map(([id]) => id),
      mailBusy: this.#lanes.mail.total() >= perReceiver,
    });
    this.#more = claimed.length === room;
    for (const one of claimed) this.#hold(one);
    const parcels = await parcelsOf(database.requests, { vault, now, zone: config.zone }, claimed).catch(
      (error: unknown) => {
        for (const one of claimed) this.#release(one);
        throw error;
      },
    );
    const whole = new Set(parcels.map(({ id }) => id));
    for (const one of claimed) if (!whole.has(one.id)) this.#release(one);
    for (const parcel of parcels) {
      const lanes = parcel.channel === "email" ? this.#lanes.mail : this.#lanes.web;
      lanes.add(laneOf(parcel), () => this.#send(parcel));
    }
    return this.#more && this.#held.size < most;
  }

  #hold(one: Claimed): void {
    this.#held.set(one.id, one);
    if (one.channelId !== null) this.#perChannel.set(one.channelId, (this.#perChannel.get(one.channelId) ?? 0) + 1);
  }

  #release({ id, channelId }: Claimed): void {
    this.#held.delete(id);
    this.#begun.delete(id);
    if (channelId === null) return;
    const left = (this.#perChannel.get(channelId) ?? 1) - 1;
    if (left > 0) this.#perChannel.set(channelId, left);
    else this.#perChannel.delete(channelId);
  }

  async #send(parcel: Parcel): Promise<void> {
    this.#begun.add(parcel.id);
    const started = performance.now();
    const result = await send(this.#hub, parcel).catch((error: unknown) => {
      // A mistake of ours: it is told, and waits its time as any failure does.
      this.#options.onError(error);
      return putOff(deliveryProblems.problem("alerts.not-made"));
    });
    const milliseconds = Math.round(performance.now() - started);
    this.#outcomes.push({ parcel, result, at: this.#hub.clock.now(), milliseconds });
    this.#write();
  }

  #write(): void {
    this.#writing ??= this.#writeAll().finally(() => {
      this.#writing = null;
      if (this.#outcomes.length > 0) this.#write();
    });
  }

  async #writeAll(): Promise<void> {
    if (this.#outcomes.length < together) await sleep(gathering);
    while (this.#outcomes.length > 0) {
      const piece = this.#outcomes.splice(0, together);
      try {
        await settleOutcomes({ ...this.#hub, chance: this.#options.chance }, piece);
      } catch (error) {
        // Not written: when the leases end, these are sent again under the same ids.
        this.#options.onError(error);
      }
      for (const { parcel } of piece) this.#release(parcel);
    }
    if (this.#more) this.wake();
  }

  async renew(): Promise<void> {
    const leases = [...new Set([...this.#held.values()].map(({ lease }) => lease))];
    if (leases.length > 0) await renew(this.#hub.database.requests, leases, this.#until());
  }

  /** Puts back what has not begun, and waits a while for the rest. */
  async end(): Promise<void> {
    this.#more = false;
    this.#lanes.web.clear();
    this.#lanes.mail.clear();
    const waiting = [...this.#held.values()].filter(({ id }) => !this.#begun.has(id));
    for (const one of waiting) this.#release(one);
    if (waiting.length > 0) await giveBack(this.#hub.database.requests, waiting).catch(this.#options.onError);
    const end = performance.now() + grace;
    while (!this.idle && performance.now() < end) await sleep(10);
  }
}

/** Milliseconds for which a delivery belongs to a process that says nothing any more. */
const usualLease = 60_000;

/** Starts sending: when something comes to wait, and every second what has become due. */
export async function startSender(hub: SenderHub, options: SenderOptions): Promise<Sender> {
  const { onError, lease = usualLease, chance = Math.random } = options;
  const sending = new Sending(hub, { onError, lease, chance });
  const rounds = await startRounds({
    database: hub.database,
    channel: deliveryChannel,
    run: () => sending.round(),
    onError,
  });
  sending.wake = rounds.wake;
  const heart = setInterval(() => void sending.renew().catch(onError), lease / 3).unref();
  return {
    wake: rounds.wake,
    settle: async () => {
      do await rounds.settle();
      while (!sending.idle && (await sleep(5).then(() => true)));
    },
    stop: async () => {
      await rounds.stop();
      await sending.end();
      clearInterval(heart);
    },
  };
}
