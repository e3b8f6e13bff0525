import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { platformProblems } from "../problems.ts";

/** Each process that wants the folder puts up a flag of its own, named after its number and the time of its start. */
const flagPattern = /^bongsu-(\d+)-(\d*)\.lock$/;

/** Two that come at the same instant see each other; both step back and come again, this often. */
const attempts = 6;

/** Folders that this very process holds. */
const held = new Set<string>();

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

/** Where the start of a running process cannot be seen (another account's), it is taken for the same one. */
function isAlive(pid: number, start: string): boolean {
  const now = startOf(pid);
  return isRunning(pid) && (now === "" || now === start);
}

/** The number of another living process whose flag is up. Flags of dead ones are taken down: their names never come again. */
function otherHolder(folder: string, own: string): number | null {
  for (const name of readdirSync(folder)) {
    const [, pid = "", start = ""] = flagPattern.exec(name) ?? [];
    if (pid === "" || name === own) continue;
    if (isAlive(Number(pid), start)) return Number(pid);
    rmSync(join(folder, name), { force: true });
  }
  return null;
}

/**
 * Takes the data folder for this process alone. Whoever comes puts up its flag first and looks for others then, so that
 * of two that come together at least one sees the other. A flag left by a process that was killed does not count.
 * Throws `database.locked`, which names the other process, and the file system's errors. Gives the function that
 * releases the folder.
 */
export async function lockFolder(folder: string): Promise<() => void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const place = resolve(folder);
  if (held.has(place)) throw platformProblems.error("database.locked", { folder, pid: process.pid });
  const own = `bongsu-${process.pid}-${startOf(process.pid)}.lock`;
  const release = () => {
    held.delete(place);
    rmSync(join(folder, own), { force: true });
  };
  held.add(place);
  try {
    for (let attempt = 1; ; attempt += 1) {
      writeFileSync(join(folder, own), "", { mode: 0o600 });
      const pid = otherHolder(folder, own);
      if (pid === null) return release;
      rmSync(join(folder, own), { force: true });
      if (attempt === attempts) throw platformProblems.error("database.locked", { folder, pid });
      await sleep(10 + Math.random() * 60);
    }
  } catch (error) {
    release();
    throw error;
  }
}
