import { once } from "node:events";
import { createReadStream, createWriteStream, renameSync, rmSync } from "node:fs";
import { createInterface } from "node:readline";
import { createGunzip, createGzip } from "node:zlib";
import {
  backup,
  distributionStatements,
  migrate,
  migrationStatus,
  migrations,
  rebuild,
  restore,
  systemClock,
  vacuum,
} from "@bongsu/hub";
import type { CliContext } from "../context.ts";
import { Progress } from "../io/progress.ts";
import { reasonOf } from "../io/reason.ts";
import { cliProblems } from "../problems.ts";
import { megabytes, minute, printJson, printTable } from "./print.ts";
import { withDatabase, withHub } from "./session.ts";

export function runMigrate(context: CliContext): Promise<void> {
  return withDatabase(async (database) => {
    const applied = await migrate(database, migrations);
    context.out.write(
      applied.length === 0
        ? `${context.say("db.upToDate")}\n`
        : `${context.say("db.migrated", { names: applied.join(", ") })}\n`,
    );
  });
}

export function runStatus({ json }: { json: boolean }, context: CliContext): Promise<void> {
  return withDatabase(async (database) => {
    const [status, bytes] = [await migrationStatus(database, migrations), await database.size()];
    const { kind, place } = database;
    if (json) return printJson(context, { kind, place, bytes, migrations: status });
    const { say, out } = context;
    out.write(`${say(kind === "embedded" ? "db.embedded" : "db.server")}: ${place}, ${megabytes(bytes)}\n\n`);
    const rows = status.map(({ name, appliedAt }) => [
      name,
      appliedAt === null ? say("db.pending") : minute(appliedAt),
    ]);
    printTable(context, [say("db.migration"), say("db.appliedAt")], rows);
  });
}

export function runVacuum(context: CliContext): Promise<void> {
  return withHub(async (database) => {
    const { before, after } = await vacuum(database);
    context.out.write(`${context.say("db.vacuumed", { before: megabytes(before), after: megabytes(after) })}\n`);
  });
}

export function runRebuild(context: CliContext): Promise<void> {
  return withHub(async (database) => {
    const { opened, changed, closed } = await rebuild(database, systemClock);
    context.out.write(`${context.say("db.rebuilt", { opened, changed, closed })}\n`);
  });
}

export function runDistribute(context: CliContext): void {
  context.out.write(`${distributionStatements().join("\n")}\n`);
}

/** Writes a backup whole or not at all: under another name first. */
export function runBackup(file: string, context: CliContext): Promise<void> {
  return withHub(async (database) => {
    const draft = `${file}.${process.pid}.part`;
    const progress = new Progress(context.err);
    try {
      const target = createWriteStream(draft, { mode: 0o600 });
      const zip = createGzip();
      const written = once(target, "close");
      zip.pipe(target);
      const failed = new Promise<never>((_, reject) => target.on("error", reject));
      failed.catch(() => {});
      let lines = 0;
      const rows = await backup(database, systemClock.now(), async (line) => {
        lines += 1;
        progress.show(() => context.say("progress.backup", { n: lines }));
        if (!zip.write(`${line}\n`)) await Promise.race([once(zip, "drain"), failed]);
      });
      zip.end();
      await Promise.race([written, failed]);
      renameSync(draft, file);
      progress.clear();
      context.out.write(`${context.say("db.backedUp", { rows, file })}\n`);
    } catch (cause) {
      rmSync(draft, { force: true });
      if (cause instanceof Error && "syscall" in cause)
        throw cliProblems.error("cli.not-writable", { reason: reasonOf(cause) }, { file }, cause);
      throw cause;
    }
  });
}

async function* linesOf(file: string, onLine: (n: number) => void): AsyncGenerator<string> {
  const source = createReadStream(file);
  const unzipped = createGunzip();
  source.on("error", (error) => unzipped.destroy(error));
  const lines = createInterface({ input: source.pipe(unzipped), crlfDelay: Number.POSITIVE_INFINITY });
  const failed = new Promise<never>((_, reject) => unzipped.on("error", reject));
  failed.catch(() => {});
  let n = 0;
  const iterator = lines[Symbol.asyncIterator]();
  for (;;) {
    const next = await Promise.race([iterator.next(), failed]);
    if (next.done === true) return;
    n += 1;
    onLine(n);
    yield next.value;
  }
}

export function runRestore(file: string, context: CliContext): Promise<void> {
  return withDatabase(async (database) => {
    const progress = new Progress(context.err);
    try {
      const lines = linesOf(file, (n) => progress.show(() => context.say("progress.restore", { n })));
      const rows = await restore(database, migrations, lines);
      progress.clear();
      context.out.write(`${context.say("db.restored", { rows, file })}\n`);
    } catch (cause) {
      if (!(cause instanceof Error) || !("code" in cause)) throw cause;
      if (cause.code === "ENOENT") throw cliProblems.error("cli.not-found", {}, { file }, cause);
      if (typeof cause.code === "string" && /^Z_/.test(cause.code))
        throw cliProblems.error("cli.gzip-damaged", { reason: reasonOf(cause) }, { file }, cause);
      throw cause;
    }
  });
}
