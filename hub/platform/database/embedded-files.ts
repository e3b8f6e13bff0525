import { closeSync, fsyncSync, openSync } from "node:fs";
import { open, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { NodeFS } from "@electric-sql/pglite/nodefs";

/** An open file as the runtime of the embedded database keeps it; a folder has no descriptor. */
interface OpenFile {
  nfd?: number;
  node: unknown;
}

type Operation = (file: OpenFile, ...rest: unknown[]) => unknown;

interface Runtime {
  NODEFS: {
    stream_ops: { fsync?: Operation; write: Operation; setattr: Operation };
    realPath(node: unknown): string;
  };
}

function syncPath(path: string): void {
  const descriptor = openSync(path, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/**
 * The embedded database's files, on the machine's disk. PGlite leaves out what makes a write outlive a power cut: its
 * runtime answers `fsync` without doing it. Here it is done.
 */
export class DurableFiles extends NodeFS {
  /** What was written while the server starts; null when it has started. */
  private written: Set<string> | null = new Set();

  override async init(...[pglite, options]: Parameters<NodeFS["init"]>): ReturnType<NodeFS["init"]> {
    const { emscriptenOpts } = await super.init(pglite, options);
    const addFsync = (module: object) => this.addFsync((module as Runtime).NODEFS);
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), addFsync] } };
  }

  private addFsync({ stream_ops: operations, realPath }: Runtime["NODEFS"]): void {
    // Writing, and cutting to a length.
    for (const name of ["write", "setattr"] as const) {
      const operation = operations[name];
      operations[name] = (file, ...rest) => {
        this.written?.add(realPath(file.node));
        return operation(file, ...rest);
      };
    }
    operations.fsync = ({ nfd, node }) => {
      // A recovery begins with writing everything through, file by file; `settleFolder` has done that at once.
      const isSettled = this.written !== null && !this.written.has(realPath(node));
      if (nfd === undefined) syncPath(realPath(node));
      else if (!isSettled) fsyncSync(nfd);
      return 0;
    };
  }

  hasStarted(): void {
    this.written = null;
  }
}

/** Writes a folder through to the disk, with everything in it; many files at once take hardly longer than one. */
export async function syncFolder(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() || entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name));
  const syncNext = async (): Promise<void> => {
    for (let path = paths.pop(); path !== undefined; path = paths.pop()) {
      const file = await open(path, "r");
      await file.sync().finally(() => file.close());
    }
  };
  await Promise.all(Array.from({ length: 16 }, syncNext));
  syncPath(folder);
}

/** `DB_SHUTDOWNED` of PostgreSQL's control file, and where it stands. */
const cleanlyShutDown = 1;
const stateOffset = 16;

/** Where the last process did not close the database (it was killed), what it wrote last may not be on the disk yet. */
export async function settleFolder(folder: string): Promise<void> {
  const control = await readFile(join(folder, "global", "pg_control")).catch(() => Buffer.alloc(0));
  const isClean = control.length > stateOffset + 4 && control.readInt32LE(stateOffset) === cleanlyShutDown;
  if (!isClean) await syncFolder(folder);
}

/**
 * How the embedded server is started: as PGlite does it, but for `-F`, which turns the writing through off. Of the ways
 * to write through, the runtime knows `fsync` only. The timer by which a recovery tells its progress would keep the
 * process alive after its work.
 */
export const startParams: string[] = [
  ...PGlite.defaultStartParams.filter((param) => param !== "-F"),
  ...["-c", "wal_sync_method=fsync"],
  ...["-c", "log_startup_progress_interval=0"],
];
