import { BongsuError, type Problem } from "@bongsu/base";
import type { AttemptOutcome } from "@bongsu/contracts";
import { deliveryProblems } from "./problems.ts";

/** What came of one try. */
export interface Result {
  outcome: "delivered" | "retry" | "failed";
  /** HTTP status; null where there was no answer, or none of HTTP's. */
  status: number | null;
  answer: string | null;
  problem: Problem | null;
  /** The receiver asked not to be tried before. */
  notBefore: Date | null;
  /** The receiver wants no more messages at all: its channel is switched off. */
  gone: boolean;
}

const nothing = { status: null, answer: null, problem: null, notBefore: null, gone: false } as const;

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** Milliseconds before the next try, after the first failure, the second …; after the last it is given up. */
const webPauses = [
  10 * second,
  minute,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
  20 * hour,
];
/** The hub's own mail server is back soon, or greets a stranger at the second time: more often at first. */
const mailPauses = [
  ...[10 * second, minute, 5 * minute, 10 * minute, 15 * minute, 30 * minute, hour, 2 * hour],
  ...Array.from({ length: 17 }, () => 4 * hour),
];

/** A receiver that asks for more patience is tried after this all the same, so that nothing is put off for ever. */
const longestAsked = 24 * hour;

/** How much later than planned, at most: many that failed together shall not come back together. */
const spread = 0.2;

export interface Failure {
  channel: string;
  /** How many tries there were, this one among them. */
  attempts: number;
  now: Date;
  notBefore: Date | null;
  /** 0 to 1. */
  chance: number;
}

/** When to try again after a failure that may pass; null where it was tried for long enough (about three days). */
export function nextTry({ channel, attempts, now, notBefore, chance }: Failure): Date | null {
  const pauses = channel === "email" ? mailPauses : webPauses;
  const pause = pauses[attempts - 1];
  if (pause === undefined) return null;
  const planned = now.getTime() + pause * (1 + spread * chance);
  const asked = Math.min(notBefore?.getTime() ?? 0, now.getTime() + longestAsked);
  return new Date(Math.max(planned, asked));
}

/** `Retry-After` as a time: seconds or an HTTP date (RFC 9110 §10.2.3); null without one that can be read. */
export function retryAfter(value: string | null, now: Date): Date | null {
  if (value === null) return null;
  if (/^\d{1,9}$/.test(value.trim())) return new Date(now.getTime() + Number(value) * second);
  const time = Date.parse(value);
  return Number.isNaN(time) ? null : new Date(time);
}

/** Statuses after which another try may do better. 404: the receiver may be in the midst of being set up anew. */
const mayPass = (status: number): boolean => status >= 500 || [404, 408, 425, 429].includes(status);

/** What an answer over HTTP means: 2xx is taken, everything else is not. */
export function resultOf(status: number, answer: string | null, headers: Headers, now: Date): Result {
  const known = { ...nothing, status, answer };
  if (status >= 200 && status < 300) return { ...known, outcome: "delivered" };
  if (status === 410) {
    return { ...known, outcome: "failed", problem: deliveryProblems.problem("alerts.receiver-gone"), gone: true };
  }
  if (status >= 300 && status < 400) {
    return { ...known, outcome: "failed", problem: deliveryProblems.problem("alerts.receiver-redirects") };
  }
  if (!mayPass(status)) {
    return { ...known, outcome: "failed", problem: deliveryProblems.problem("alerts.receiver-refused", { status }) };
  }
  const problem = deliveryProblems.problem("alerts.receiver-failed", { status });
  return { ...known, outcome: "retry", problem, notBefore: retryAfter(headers.get("retry-after"), now) };
}

/** Problems after which the same message would meet the same: the address itself is wrong. */
const forGood = new Set(["net.bad-url", "net.not-encrypted", "net.port-forbidden", "mail.bad-address"]);

/** The mail server's own account is wrong: no fault of the recipient, and mended without him. */
const isAccount = (error: BongsuError): boolean => Object(error.cause).code === "EAUTH";

/** What a failure on the way means. What is no problem of the product's is thrown on. */
export function resultOfError(error: unknown): Result {
  if (!(error instanceof BongsuError)) throw error;
  const { code, problem } = error;
  if (code === "net.too-many-redirects" || code === "net.redirect-forbidden") {
    return { ...nothing, outcome: "failed", problem: deliveryProblems.problem("alerts.receiver-redirects") };
  }
  const refused = forGood.has(code) || (code === "mail.refused" && !isAccount(error));
  return { ...nothing, outcome: refused ? "failed" : "retry", problem };
}

export const deliveredResult: Result = { ...nothing, outcome: "delivered" };

/** What could not be sent now for a reason of the hub's own. */
export const putOff = (problem: Problem): Result => ({ ...nothing, outcome: "retry", problem });

/** What was not even tried, and why. */
export const unsent = (problem: Problem): Result => ({ ...nothing, outcome: "failed", problem });

/** The last of the tries is given up. */
export const attemptOutcome = (outcome: Result["outcome"], next: Date | null): AttemptOutcome =>
  outcome === "retry" && next === null ? "dead" : outcome;
