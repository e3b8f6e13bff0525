import { type Contract, changes } from "@bongsu/contracts";
import { statusOf } from "../problem.ts";

/** The kernel's codes that an operation may give, by what its contract says; the operation's own are beside them. */
function kernelCodes(contract: Contract): string[] {
  const given = (condition: boolean, ...codes: string[]): string[] => (condition ? codes : []);
  const open = contract.who.some(({ to }) => to === "anyone");
  const fields = Object.keys(contract.input.shape).length > 0;
  const body = changes(contract) && contract.method !== "DELETE";
  return [
    ...given(fields, "http.invalid-input"),
    ...given("cursor" in contract.input.shape, "http.invalid-cursor"),
    ...given(body, "http.invalid-body", "http.too-large", "http.too-slow", "http.unsupported-encoding"),
    "http.not-signed-in",
    ...given(!open, "http.not-permitted"),
    "http.scope-missing",
    ...given(!open && contract.who.every(({ to }) => to !== "person"), "http.second-factor-needed"),
    ...given(contract.fresh, "http.sign-in-again"),
    ...given(changes(contract), "http.forged"),
    ...given(contract.creates, "http.invalid-key", "http.key-reused"),
    ...given(mayBeHeld(contract), "http.changed-meanwhile"),
    "http.too-many-requests",
    "http.unexpected",
    "http.busy",
  ];
}

/** Whether `If-Match` may hold it to what was read. */
export const mayBeHeld = ({ method }: Contract): boolean => method !== "GET" && method !== "POST";

/** A code that an operation may give, and the status that it comes with. */
export interface GivenCode {
  code: string;
  status: number;
  /** Its own, rather than what any operation may give. */
  own: boolean;
}

/** Every code that an operation may give, by status. */
export function codesOf(contract: Contract): GivenCode[] {
  const own = new Set(contract.errors);
  return [...new Set([...contract.errors, ...kernelCodes(contract)])]
    .map((code) => ({ code, status: statusOf(code), own: own.has(code) }))
    .sort((a, b) => a.status - b.status);
}
