import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { platformProblems } from "../problems.ts";

const lockName = "bongsu.lock";

/** True where a process of that number runs (signal 0 only asks). */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** When the process started, where the system tells (Linux): a process number alone may have been given to another since. */
function startOf(pid: number): string {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, "utf8");
    return status.slice(status.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    return "";
  }
}

/**
 * Takes the data folder for this process alone. A lock left by a process that was killed is taken over.
 * Throws `database.locked`, which names the other process. Gives the function that releases the lock.
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, lockName);
  for (let attempt = 0; ; attempt += 1) {
    try {
      const file = openSync(path, "wx", 0o600);
      writeSync(file, `${process.pid} ${startOf(process.pid)}`);
      closeSync(file);
      return () => rmSync(path, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST" || attempt > 2) throw error;
      const [pid = "", start = ""] = readFileSync(path, "utf8").split(" ");
      const alive = pid !== "" && isRunning(Number(pid)) && startOf(Number(pid)) === start;
      if (alive) throw platformProblems.error("database.locked", { folder, pid: Number(pid) });
      rmSync(path, { force: true });
    }
  }
}
