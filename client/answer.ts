import type { Contract } from "@bongsu/contracts";
import { z } from "zod";
import { HubError } from "./hub-error.ts";
import { clientProblems } from "./problems.ts";
import type { Answer } from "./types.ts";

export const unknownAnswer = ({ name }: Contract, reason: string): HubError =>
  new HubError(clientProblems.problem("client.unknown-answer", { operation: name, reason }));

/** JSON text as the contract's data: dates as `Date`. Throws `client.unknown-answer`. */
export function read(contract: Contract, text: string): unknown {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw unknownAnswer(contract, "JSON");
  }
  const result = z.safeDecode(contract.output, json as never);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw unknownAnswer(contract, `/${issue?.path.map(String).join("/") ?? ""}: ${issue?.message ?? ""}`);
}

/** An answer whole. Throws `client.not-a-hub`, `client.unknown-answer`. */
export async function answerOf(contract: Contract, response: Response, url: string): Promise<Answer<unknown>> {
  const { status, headers } = response;
  const beside = {
    etag: headers.get("etag"),
    replayed: headers.get("idempotency-replayed") === "true",
    problems: Number(headers.get("bongsu-problems") ?? 0),
    request: headers.get("x-request-id"),
  };
  if (status === 304) return { ...beside, status, data: null };
  if (!/^application\/json\b/.test(headers.get("content-type") ?? "")) {
    throw new HubError(clientProblems.problem("client.not-a-hub", { url, status }), { status });
  }
  return { ...beside, status: status === 201 ? 201 : 200, data: read(contract, await response.text()) };
}
