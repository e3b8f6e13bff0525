import { once } from "node:events";
import { createReadStream, createWriteStream, readFileSync, renameSync, rmSync } from "node:fs";
import { createInterface } from "node:readline";
import { describeProblem } from "@bongsu/base";
import {
  exportCef,
  exportCheckpoint,
  exportJsonLines,
  type IsSigned,
  identityAtConsole,
  makeCheckpoint,
  numberTrail,
  readCheckpoint,
  readConfig,
  systemClock,
  trusting,
  type Verification,
  verifyAudit,
  verifyExport,
  version,
} from "@bongsu/hub";
import type { CliContext } from "../context.ts";
import { exitCodes } from "../exit.ts";
import { reasonOf } from "../io/reason.ts";
import { writeWhole } from "../io/write.ts";
import { cliProblems } from "../problems.ts";
import { onFile } from "./bundle/session.ts";
import { record } from "./console.ts";
import { printJson } from "./print.ts";
import { withHub } from "./session.ts";

/** The keys of a JWK or of a set of them (RFC 7517), as `/.well-known/jwks.json` gives them. */
function keysIn(text: string, file: string): IsSigned {
  const wrong = () => cliProblems.error("cli.not-a-key", {}, { file });
  try {
    const value: unknown = JSON.parse(text);
    const given = typeof value === "object" && value !== null && "keys" in value ? value.keys : [value];
    if (!Array.isArray(given) || given.length === 0) throw wrong();
    return trusting(
      ...given.map((key) => {
        const raw = Buffer.from(String(key?.x ?? ""), "base64url");
        if (key?.kty !== "OKP" || key?.crv !== "Ed25519" || raw.length !== 32) throw wrong();
        return { keyId: String(key.kid ?? ""), raw };
      }),
    );
  } catch {
    throw wrong();
  }
}

const checkpointsIn = (files: readonly string[]) =>
  Promise.all(files.map((file) => onFile(file, async () => readCheckpoint(readFileSync(file, "utf8").trim()))));

export interface VerifyArguments {
  checkpoint: string[];
  export?: string;
  key?: string;
  json: boolean;
}

async function verifyFile(file: string, { checkpoint, key }: VerifyArguments): Promise<Verification> {
  const isSigned =
    key === undefined ? () => false : await onFile(key, async () => keysIn(readFileSync(key, "utf8"), key));
  if (checkpoint.length > 0 && key === undefined) throw cliProblems.error("cli.key-needed");
  const checkpoints = await checkpointsIn(checkpoint);
  return onFile(file, async () => {
    const source = createReadStream(file);
    await once(source, "open");
    return verifyExport(createInterface({ input: source }), { checkpoints, isSigned });
  });
}

const verifyHere = async ({ checkpoint }: VerifyArguments): Promise<Verification> => {
  const checkpoints = await checkpointsIn(checkpoint);
  return withHub(async (database) => {
    await numberTrail(database);
    const { keyId, publicKey } = await identityAtConsole(database, readConfig(process.env), systemClock);
    const isSigned = trusting({ keyId, raw: publicKey.raw });
    const found = await verifyAudit(database.kysely, { isSigned, now: systemClock.now(), checkpoints });
    const { ok, entries, faultCount } = found;
    await record(database, { operation: "audit.verify", details: { ok, entries, faults: faultCount } });
    return found;
  });
};

/** Verifies the trail, here or in an exported file; every fault in the reader's language. Exit code 1 where it is damaged. */
export async function runAuditVerify(given: VerifyArguments, context: CliContext): Promise<void> {
  const { say, out, err, language } = context;
  const found = await (given.export === undefined ? verifyHere(given) : verifyFile(given.export, given));
  if (!found.ok) context.exitCode = exitCodes.findings;
  if (given.json) return printJson(context, found);
  for (const { problem } of found.faults) err.write(`${describeProblem(problem, language)}\n`);
  for (const note of found.notes) err.write(`${describeProblem(note, language)}\n`);
  const { entries, first, last, faultCount, checkpoints } = found;
  const range = first === null || last === null ? "" : ` (${first}–${last})`;
  out.write(`${say(found.ok ? "audit.ok" : "audit.damaged", { entries, range, faults: faultCount, checkpoints })}\n`);
}

export interface AuditExportArguments {
  format: "jsonl" | "cef";
  after: number;
  output?: string;
}

/** Writes the lines to the file whole or not at all, or to the output. Gives how many there were. */
async function writeLines(
  lines: AsyncIterable<string>,
  file: string | undefined,
  context: CliContext,
): Promise<number> {
  let count = 0;
  if (file === undefined) {
    for await (const line of lines) {
      context.out.write(line);
      count += 1;
    }
    return count;
  }
  const draft = `${file}.${process.pid}.part`;
  try {
    const target = createWriteStream(draft, { mode: 0o600 });
    const closed = once(target, "close");
    for await (const line of lines) {
      count += 1;
      if (!target.write(line)) await once(target, "drain");
    }
    target.end();
    await closed;
    renameSync(draft, file);
    return count;
  } catch (cause) {
    rmSync(draft, { force: true });
    if (!(cause instanceof Error) || !("syscall" in cause)) throw cause;
    throw cliProblems.error("cli.not-writable", { reason: reasonOf(cause) }, { file }, cause);
  }
}

export function runAuditExport({ format, after, output }: AuditExportArguments, context: CliContext): Promise<void> {
  return withHub(async (database) => {
    await numberTrail(database);
    const source = { hub: readConfig(process.env).url, version };
    const lines =
      format === "cef"
        ? exportCef(database.kysely, "everything", source, { after })
        : exportJsonLines(database.kysely, "everything", { after });
    const entries = await writeLines(lines, output, context);
    await record(database, { operation: "audit.exportEntries", details: { format, after, entries } });
    if (output !== undefined) context.out.write(`${context.say("audit.exported", { entries, file: output })}\n`);
  });
}

export function runAuditCheckpoint({ output }: { output?: string }, context: CliContext): Promise<void> {
  return withHub(async (database) => {
    await numberTrail(database);
    const config = readConfig(process.env);
    const signer = await identityAtConsole(database, config, systemClock);
    const checkpoint = await makeCheckpoint(database, { clock: systemClock, hub: config.url, signer });
    const { number } = checkpoint;
    await record(database, { operation: "audit.makeCheckpoint", details: { number } });
    const text = `${exportCheckpoint(checkpoint)}\n`;
    if (output === undefined) return context.out.write(text);
    writeWhole(output, text);
    context.out.write(`${context.say("audit.checkpointWritten", { number, file: output })}\n`);
  });
}
