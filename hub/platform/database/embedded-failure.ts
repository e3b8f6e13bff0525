import { BongsuError } from "@bongsu/base";
import { platformProblems } from "../problems.ts";

/** What the embedded server logs: the last lines say why it ended. */
export class ServerLog {
  private lines: string[] = [];

  readonly add = (line: string): true => {
    this.lines = [...this.lines.slice(-9), line];
    return true;
  };

  /** The sentence after the last `PANIC:` or `FATAL:`. */
  get reason(): string | null {
    const reasons = this.lines.flatMap((line) => /(?:PANIC|FATAL):\s+(.*)/.exec(line)?.[1] ?? []);
    return reasons.at(-1) ?? null;
  }
}

/** The runtime of the embedded database has numbers of its own for system errors (WASI). */
const systemErrors = new Map<unknown, string>([
  [2, "EACCES"],
  [19, "EDQUOT"],
  [29, "EIO"],
  [51, "ENOSPC"],
  [54, "ENOTDIR"],
  [63, "EPERM"],
  [69, "EROFS"],
]);
const full = /ENOSPC|EDQUOT|no space left|quota exceeded/i;

/** The folder cannot be had at all. */
const folderCodes = /^(EACCES|EPERM|EROFS|ENOTDIR|EEXIST|EISDIR|ENOENT|ELOOP|ENAMETOOLONG)$/;

const member = (error: unknown, name: string): unknown => Reflect.get(Object(error), name);

/** An end of the embedded server, or of its start, in the product's words. */
export function embeddedFailure(
  folder: string,
  error: unknown,
  log: ServerLog,
  phase: "opening" | "running",
): BongsuError {
  if (error instanceof BongsuError) return error;
  const code = member(error, "code") ?? systemErrors.get(member(error, "errno"));
  const reason = log.reason ?? String(member(error, "message") ?? code ?? error);
  if (full.test(`${code} ${reason}`)) return platformProblems.error("database.disk-full", { reason }, {}, error);
  if (folderCodes.test(String(code))) {
    return platformProblems.error("database.folder-unusable", { folder, reason }, {}, error);
  }
  if (phase === "running") return platformProblems.error("database.stopped", { reason }, {}, error);
  return platformProblems.error("database.damaged", { reason }, { file: folder }, error);
}
