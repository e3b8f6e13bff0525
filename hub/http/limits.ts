import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { kernelProblems } from "../kernel/index.ts";

/** Points per minute. Each process counts for itself: with three of them, three times as much goes through. */
export interface Rates {
  /** Of one person or service account. */
  actor: number;
  /** Of one address without credentials. */
  address: number;
  /** Wrong credentials from one address. */
  failures: number;
}

export class TooMany extends Error {
  readonly seconds: number;
  constructor(seconds: number) {
    super("too many requests");
    this.seconds = seconds;
  }
}

async function take(limiter: RateLimiterMemory, key: string, points: number): Promise<void> {
  try {
    await limiter.consume(key, points);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    throw new TooMany(Math.max(1, Math.ceil(error.msBeforeNext / 1000)));
  }
}

/** Counts requests by who makes them. `TooMany` says after how many seconds to come again. */
export function limiters(rates: Rates) {
  const of = (points: number) => new RateLimiterMemory({ points, duration: 60 });
  const [actor, address, failures] = [of(rates.actor), of(rates.address), of(rates.failures)];
  return {
    actor: (id: string) => take(actor, id, 1),
    address: (id: string) => take(address, id, 1),
    /** Refuses an address that has brought wrong credentials too often; counts nothing by itself. */
    admits: async (id: string) => {
      const state = await failures.get(id);
      if (state !== null && state.consumedPoints >= rates.failures) {
        throw new TooMany(Math.max(1, Math.ceil(state.msBeforeNext / 1000)));
      }
    },
    failed: async (id: string) => {
      await failures.penalty(id, 1);
    },
  };
}

export type Limiters = ReturnType<typeof limiters>;

export const tooMany = ({ seconds }: TooMany) => kernelProblems.error("http.too-many-requests", { seconds });
