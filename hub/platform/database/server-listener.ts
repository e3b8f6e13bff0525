import pg from "pg";
import type { Listen } from "./database.ts";

/** Milliseconds until a lost connection is made anew: the first time, and at most. */
const firstPause = 100;
const longestPause = 5_000;

/** One connection of this process for everything that it listens to, made when first needed, and again when lost. */
export class ServerListener {
  private readonly address: string;
  private readonly channels = new Map<string, Set<() => void>>();
  private client: pg.Client | null = null;
  private retry: NodeJS.Timeout | undefined;
  private pause = firstPause;
  /** Statements go one after another. */
  private last: Promise<unknown> = Promise.resolve();

  constructor(address: string) {
    this.address = address;
  }

  readonly listen: Listen = async (channel, heard) => {
    const own = () => heard();
    const listeners = this.channels.get(channel) ?? new Set();
    this.channels.set(channel, listeners.add(own));
    if (this.client !== null) await this.say(`listen ${pg.escapeIdentifier(channel)}`);
    else if (this.retry === undefined) await this.connect();
    return async () => {
      listeners.delete(own);
      if (listeners.size > 0) return;
      this.channels.delete(channel);
      if (this.channels.size === 0) await this.close();
      else await this.say(`unlisten ${pg.escapeIdentifier(channel)}`);
    };
  };

  async close(): Promise<void> {
    clearTimeout(this.retry);
    this.retry = undefined;
    this.channels.clear();
    const { client } = this;
    this.client = null;
    await client?.end().catch(() => {});
  }

  /** A statement that fails does so with its connection, and the next connection begins by listening to everything. */
  private say(text: string): Promise<unknown> {
    const { client } = this;
    this.last = this.last.then(() => client?.query(text)).catch(() => {});
    return this.last;
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.address,
      connectionTimeoutMillis: 15_000,
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
      application_name: "bongsu listener",
    });
    this.client = client;
    this.retry = undefined;
    client.on("error", () => this.lost(client));
    client.on("end", () => this.lost(client));
    client.on("notification", ({ channel }) => this.tell(channel));
    try {
      await client.connect();
      await Promise.all([...this.channels.keys()].map((channel) => this.say(`listen ${pg.escapeIdentifier(channel)}`)));
      this.pause = firstPause;
      // What was committed while nobody listened.
      for (const channel of this.channels.keys()) this.tell(channel);
    } catch {
      this.lost(client);
    }
  }

  private lost(client: pg.Client): void {
    if (this.client !== client) return;
    this.client = null;
    client.end().catch(() => {});
    if (this.channels.size === 0) return;
    this.retry = setTimeout(() => void this.connect(), this.pause).unref();
    this.pause = Math.min(this.pause * 2, longestPause);
  }

  private tell(channel: string): void {
    for (const heard of this.channels.get(channel) ?? []) heard();
  }
}
