import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A disk that is full soon. */
export interface SmallDisk {
  path: string;
  /** Gives it so many megabytes. */
  resize(megabytes: number): void;
  /** Takes no more writing. */
  protect(): void;
  remove(): void;
}

/** Mounts a small file system in memory; null where that is not allowed (it takes root on Linux). */
export function smallDisk(megabytes: number): SmallDisk | null {
  const path = mkdtempSync(join(tmpdir(), "bongsu-disk-"));
  const mount = (...args: string[]) => execFileSync("mount", args, { stdio: "ignore" });
  try {
    mount("-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", path);
  } catch {
    rmSync(path, { recursive: true, force: true });
    return null;
  }
  chmodSync(path, 0o777);
  return {
    path,
    resize: (to) => mount("-o", `remount,size=${to}m`, path),
    protect: () => mount("-o", "remount,ro", path),
    remove: () => {
      execFileSync("umount", ["-l", path]);
      rmSync(path, { recursive: true, force: true });
    },
  };
}
