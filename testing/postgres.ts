import { execFileSync, spawn } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const debianFolder = "/usr/lib/postgresql";

/** Where PostgreSQL's server programs are, the newest first; null where there are none. */
function serverPrograms(): string | null {
  const folders = existsSync(debianFolder)
    ? readdirSync(debianFolder)
        .sort((a, b) => Number(b) - Number(a))
        .map((version) => join(debianFolder, version, "bin"))
    : [];
  const fromPath = (process.env.PATH ?? "").split(":");
  return [...folders, ...fromPath].find((folder) => existsSync(join(folder, "initdb"))) ?? null;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

/** PostgreSQL refuses to run as root: the account that Debian's package makes for it, where we are root. */
function account(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const id = (option: string) => Number(execFileSync("id", [option, "postgres"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

export interface TestServer {
  /** `postgres://…` of the server's first database; the account may make more. */
  url: string;
  /** Pulls the plug (SIGQUIT: immediate shutdown), as when a machine goes down. */
  crash(): Promise<void>;
  /** Starts it again on the same data. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts a PostgreSQL server of its own in a temporary folder (made in `parent`), on a free port of this machine only.
 * Null where no server program is installed.
 */
export async function startPostgres(
  settings: Record<string, string> = {},
  parent: string = tmpdir(),
): Promise<TestServer | null> {
  const programs = serverPrograms();
  if (programs === null) return null;
  const owner = account();
  const as = owner === null ? {} : owner;
  const folder = mkdtempSync(join(parent, "bongsu-postgres-"));
  if (owner !== null) chownSync(folder, owner.uid, owner.gid);
  const data = join(folder, "data");
  execFileSync(join(programs, "initdb"), ["-D", data, "-U", "bongsu", "--auth=trust", "--no-sync", "-E", "UTF8"], {
    ...as,
    stdio: "ignore",
    cwd: folder,
  });
  const port = await freePort();
  const options = { listen_addresses: "127.0.0.1", unix_socket_directories: folder, port: String(port), ...settings };
  const control = (...args: string[]) =>
    new Promise<void>((resolve, reject) => {
      const child = spawn(join(programs, "pg_ctl"), ["-D", data, "-w", "-l", join(folder, "log"), ...args], {
        ...as,
        cwd: folder,
        stdio: "ignore",
      });
      child.on("error", reject);
      child.on("close", (status) =>
        status === 0 ? resolve() : reject(new Error(`pg_ctl ${args.join(" ")}: ${status}`)),
      );
    });
  const line = Object.entries(options)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(" ");
  const start = () => control("-o", line, "start");
  await start();
  return {
    url: `postgres://bongsu@127.0.0.1:${port}/postgres`,
    crash: () => control("-m", "immediate", "stop"),
    start,
    stop: async () => {
      await control("-m", "immediate", "stop").catch(() => {});
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
