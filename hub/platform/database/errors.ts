import { BongsuError } from "@bongsu/base";
import { platformProblems } from "../problems.ts";

interface DriverError {
  code?: unknown;
  message?: unknown;
}

const isDriverError = (error: unknown): error is DriverError => typeof error === "object" && error !== null;

/** Connection exceptions (class 08), shut-downs (57P01–57P03), too many connections (53300), and the socket's own words. */
const gone = /^(08...|57P0[1-5]|53300|ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND|ETIMEDOUT|ENOENT)$/;
const goneMessage =
  /connection terminated|connection closed|connection ended|timeout exceeded when trying to connect|is not queryable/i;

/** Out of disk (53100), out of memory is not: 53200 has its own cause. */
const full = /^(53100|ENOSPC|EDQUOT)$/;

/** Serialization failure and deadlock: the same work may go through a second time. */
const conflict = /^(40001|40P01)$/;

const codeOf = (error: unknown): string => (isDriverError(error) && typeof error.code === "string" ? error.code : "");
const messageOf = (error: unknown): string =>
  isDriverError(error) && typeof error.message === "string" ? error.message : String(error);

export const isGone = (error: unknown): boolean => gone.test(codeOf(error)) || goneMessage.test(messageOf(error));

/** True where trying the whole transaction again can help. */
export const isTransient = (error: unknown): boolean => isGone(error) || conflict.test(codeOf(error));

/** The driver's error in the product's words. A `BongsuError` stays what it is. */
export function translateDatabaseError(error: unknown): BongsuError {
  if (error instanceof BongsuError) return error;
  const reason = messageOf(error) || codeOf(error);
  if (full.test(codeOf(error)) || /no space left on device/i.test(reason)) {
    return platformProblems.error("database.disk-full", { reason }, {}, error);
  }
  if (isGone(error)) return platformProblems.error("database.unreachable", { reason }, {}, error);
  return platformProblems.error("database.failed", { reason }, {}, error);
}
