import { open } from "node:fs/promises";
import { BongsuError } from "@bongsu/base";
import type { Clock } from "../../../platform/clock.ts";
import type { Config } from "../../../platform/config.ts";
import type { FetchLimits, Guard } from "../../../platform/net/index.ts";
import { takesHttp } from "../kinds.ts";
import type { SourceLimits } from "../limits.ts";
import { sourceProblems } from "../problems.ts";
import { retryAfterOf } from "../schedule.ts";
import type { Validators } from "../tables.ts";

/** The source asks to be left alone for so long (milliseconds; null: it does not say). */
export class AskedToWait extends BongsuError {
  readonly retryAfter: number | null;

  constructor(host: string, status: number, retryAfter: number | null) {
    super(sourceProblems.problem("sources.asked-to-wait", { host, status }));
    this.retryAfter = retryAfter;
  }
}

const absent = new Set([403, 404, 410]);

/** The source answered, and not with what was asked for. */
export class OddStatus extends BongsuError {
  /** There is no such thing: some servers say so by 403. */
  readonly isAbsent: boolean;

  constructor(host: string, status: number) {
    super(sourceProblems.problem("sources.http-status", { host, status }));
    this.isAbsent = absent.has(status);
  }
}

/** What came of asking whether something changed: null where it did not (RFC 9110 §15.4.5). */
export type Changed<T> = (T & { validators: Validators }) | null;

export interface FetchGround {
  net: Pick<Guard, "fetch">;
  config: Config;
  clock: Clock;
  limits: SourceLimits;
  signal: AbortSignal;
  /** Hears of each piece that arrived. */
  onBytes(bytes: number): void;
}

/** Asks again only for what changed since (RFC 9110 §13.1). */
const conditional = (since: Validators | null): Record<string, string> => ({
  ...(since?.etag == null ? {} : { "if-none-match": since.etag }),
  ...(since?.lastModified == null ? {} : { "if-modified-since": since.lastModified }),
});

const validatorsOf = ({ headers }: Response): Validators => ({
  etag: headers.get("etag")?.slice(0, 500) ?? null,
  lastModified: headers.get("last-modified")?.slice(0, 100) ?? null,
});

const discard = (response: Response): Promise<void> => response.body?.cancel().catch(() => {}) ?? Promise.resolve();

/** Fetches for one source: conditional, bounded, ended with the run. Everything throws `net.*` besides what it says. */
export class Fetcher {
  private readonly ground: FetchGround;

  constructor(ground: FetchGround) {
    this.ground = ground;
  }

  private async ask(
    address: string,
    limits: Partial<FetchLimits>,
    options: { method?: string; since?: Validators | null } = {},
  ): Promise<Response> {
    const { net, config, signal, limits: bounds } = this.ground;
    const http = URL.canParse(address) && takesHttp(new URL(address), config);
    return net.fetch(address, {
      method: options.method ?? "GET",
      headers: { accept: "*/*", ...conditional(options.since ?? null) },
      signal,
      http,
      limits: { idle: bounds.silence, total: bounds.answerTime, ...limits },
    });
  }

  /** Throws `sources.asked-to-wait`, `sources.http-status`. */
  private async refuse(response: Response): Promise<never> {
    await discard(response);
    const { host } = new URL(response.url);
    const { status } = response;
    if (status === 429 || status === 503) {
      throw new AskedToWait(host, status, retryAfterOf(response.headers.get("retry-after"), this.ground.clock.now()));
    }
    throw new OddStatus(host, status);
  }

  private async *counted(response: Response): AsyncGenerator<Uint8Array> {
    for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
      this.ground.onBytes(chunk.length);
      yield chunk;
    }
  }

  /** The whole of a small answer, if it changed. Throws `sources.asked-to-wait`, `sources.http-status`. */
  async changed(
    address: string,
    bytes: number,
    since: Validators | null,
  ): Promise<Changed<{ bytes: Uint8Array; address: string }>> {
    const response = await this.ask(address, { bytes }, { since });
    if (response.status === 304) return null;
    if (response.status !== 200) return this.refuse(response);
    const chunks: Uint8Array[] = [];
    for await (const chunk of this.counted(response)) chunks.push(chunk);
    return { bytes: Buffer.concat(chunks), address: response.url, validators: validatorsOf(response) };
  }

  /** The whole of a small answer. Throws `sources.asked-to-wait`, `sources.http-status`. */
  async bytes(address: string, most: number): Promise<Uint8Array> {
    const answer = await this.changed(address, most, null);
    return answer === null ? new Uint8Array() : answer.bytes;
  }

  /** The same; null where there is no such thing. That it cannot be told throws: what is absent is not what is away. */
  async optional(address: string, most: number): Promise<Uint8Array | null> {
    const response = await this.ask(address, { bytes: most });
    if (absent.has(response.status)) {
      await discard(response);
      return null;
    }
    if (response.status !== 200) return this.refuse(response);
    const chunks: Uint8Array[] = [];
    for await (const chunk of this.counted(response)) chunks.push(chunk);
    return Buffer.concat(chunks);
  }

  /** Writes an answer to a new file, if it changed. Throws `sources.asked-to-wait`, `sources.http-status`. */
  async download(
    address: string,
    file: string,
    bytes: number,
    since: Validators | null,
  ): Promise<Changed<{ bytes: number }>> {
    const { limits } = this.ground;
    const response = await this.ask(address, { bytes, total: limits.downloadTime, ratio: 1_000 }, { since });
    if (response.status === 304) return null;
    if (response.status !== 200) return this.refuse(response);
    const handle = await open(file, "wx", 0o600);
    let written = 0;
    try {
      for await (const chunk of this.counted(response)) {
        // All of it: a plain write may stop short.
        await handle.writeFile(chunk);
        written += chunk.length;
      }
    } finally {
      await handle.close();
    }
    return { bytes: written, validators: validatorsOf(response) };
  }

  /** What would come, without fetching it: its size and when it changed last, as far as it is said. */
  async head(address: string): Promise<{ bytes: number | null; updatedAt: Date | null }> {
    const response = await this.ask(address, {}, { method: "HEAD" });
    if (response.status !== 200) return this.refuse(response);
    const length = response.headers.get("content-length");
    const modified = Date.parse(response.headers.get("last-modified") ?? "");
    return {
      bytes: length !== null && /^\d{1,15}$/.test(length) ? Number(length) : null,
      updatedAt: Number.isNaN(modified) ? null : new Date(modified),
    };
  }
}
