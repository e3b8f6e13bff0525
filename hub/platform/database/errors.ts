import { BongsuError } from "@bongsu/base";
import { platformProblems } from "../problems.ts";

/** What the drivers (`pg`, PGlite) and Node.js say of an error: SQLSTATE or the name of a system error, and a sentence. */
function saidBy(error: unknown): { code: string; message: string; call: unknown } {
  const member = (name: string): unknown => Reflect.get(Object(error), name);
  const [code, message] = [member("code"), member("message")];
  return {
    code: typeof code === "string" ? code : "",
    message: typeof message === "string" ? message : String(error),
    call: member("syscall"),
  };
}

/** Connection exceptions (class 08), shut-downs (57P01–57P05), too many connections (53300). */
const goneState = /^(08...|57P0[1-5]|53300)$/;
const goneSocket =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH|EHOSTDOWN|ENETUNREACH|ENETDOWN|EAI_AGAIN)$/;
/** What `pg` and Kysely say without a code. */
const goneMessage =
  /^(connection terminated|connection closed|connection ended|timeout exceeded when trying to connect|timeout expired|postgres connection has been discarded|client has encountered a connection error)/i;

/** Out of disk (53100). Out of memory (53200) is not. */
const full = /^(53100|ENOSPC|EDQUOT)$/;

/** Serialization failure and deadlock: the same work may go through a second time. */
const conflict = /^(40001|40P01)$/;

/** Damaged pages and indexes, missing files. */
const damaged = /^(XX001|XX002|58P01)$/;

/** Account, password, rights, name of the database; certificates and encryption. */
const refused = /^(28...|3D...|ERR_TLS_.*|.*_CERT_.*|.*SELF_SIGNED.*|UNABLE_TO_.*)$/;
const refusedMessage = /^(the server does not support SSL|SASL|client password must be|unknown authentication)/i;

const sqlState = /^[0-9A-Z]{5}$/;

export function isGone(error: unknown): boolean {
  const { code, message, call } = saidBy(error);
  // A socket in the file system that is not there.
  if (code === "ENOENT" && call === "connect") return true;
  return goneState.test(code) || goneSocket.test(code) || goneMessage.test(message);
}

const isFull = (error: unknown): boolean => {
  const { code, message } = saidBy(error);
  return full.test(code) || /no space left on device/i.test(message);
};

/** True where the database's surroundings are at fault, whatever the statement was. */
export const isOutside = (error: unknown): boolean =>
  isGone(error) || isFull(error) || damaged.test(saidBy(error).code);

/** A prepared statement whose tables were changed meanwhile: it is prepared anew. */
const outdated = (error: unknown): boolean => {
  const { code, message } = saidBy(error);
  return code === "0A000" && /cached plan/.test(message);
};

/** True where trying the whole transaction again can help. */
export const isTransient = (error: unknown): boolean =>
  isGone(error) || conflict.test(saidBy(error).code) || outdated(error);

/** A driver's error in the product's words. What is none stays what it is: a mistake of ours is not the database's. */
export function translateDatabaseError(error: unknown): unknown {
  if (error instanceof BongsuError) return error;
  const { code, message } = saidBy(error);
  const reason = message || code;
  if (isFull(error)) return platformProblems.error("database.disk-full", { reason }, {}, error);
  if (isGone(error)) return platformProblems.error("database.unreachable", { reason }, {}, error);
  if (damaged.test(code)) return platformProblems.error("database.damaged", { reason }, {}, error);
  if (refused.test(code) || refusedMessage.test(message)) {
    return platformProblems.error("database.refused", { reason }, {}, error);
  }
  return sqlState.test(code) ? platformProblems.error("database.failed", { reason }, {}, error) : error;
}
