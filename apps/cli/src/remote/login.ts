import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import { createClient } from "@bongsu/client";
import { roles } from "@bongsu/contracts";
import { printable } from "@bongsu/matching/printable";
import type { CliContext } from "../context.ts";
import { minute, printJson, printTable } from "../hub/print.ts";
import { wholeInput } from "../io/stdin.ts";
import { addressOf } from "./hub.ts";
import { hubsPath, readHubs, writeHubs } from "./hubs-file.ts";
import { remoteProblems } from "./problems.ts";

/** Asks for a key without showing it. */
function asked({ err, say }: CliContext): Promise<string> {
  err.write(say("login.ask"));
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  return new Promise((resolve) => {
    lines.on("close", () => resolve(""));
    lines.question("", (answer) => {
      resolve(answer);
      lines.close();
      err.write("\n");
    });
  });
}

async function keyFor(context: CliContext): Promise<string> {
  const given = process.env.BONGSU_KEY;
  const key =
    given ?? (process.stdin.isTTY ? await asked(context) : Buffer.from(await wholeInput("-")).toString("utf8"));
  if (key.trim() === "") throw remoteProblems.error("cli.no-key");
  return key.trim();
}

const isLocal = (url: string): boolean => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(url).hostname);

/** Checks a key with its hub, and keeps it. */
export async function runLogin(
  address: string,
  { plainHttp }: { plainHttp: boolean },
  context: CliContext,
): Promise<void> {
  const url = addressOf(address);
  if (url.startsWith("http:") && !isLocal(url) && !plainHttp) throw remoteProblems.error("cli.plain-http", { url });
  const key = await keyFor(context);
  const { language, say, out } = context;
  const me = await createClient({ url, key, language }).people.me();
  const file = hubsPath(process.env);
  const { hubs } = readHubs(file);
  writeHubs(file, { current: url, hubs: { ...hubs, [url]: { key, name: me.name, since: context.now() } } });
  const held = me.roles.map(({ organisation, role }) => `${organisation}: ${roles[role][language]}`);
  out.write(`${say("login.done", { url, name: printable(me.name), roles: held.join(", "), file })}\n`);
}

export function runLogout(address: string | undefined, { say, out }: CliContext): void {
  const file = hubsPath(process.env);
  const { current, hubs } = readHubs(file);
  if (address === undefined && current === null) throw remoteProblems.error("cli.no-hub");
  const url = address === undefined ? (current ?? "") : addressOf(address);
  if (!(url in hubs)) throw remoteProblems.error("cli.unknown-hub", { url });
  const { [url]: _, ...rest } = hubs;
  writeHubs(file, { current: current === url ? (Object.keys(rest).at(-1) ?? null) : current, hubs: rest });
  out.write(`${say("logout.done", { url })}\n`);
}

interface KnownHub {
  url: string;
  name: string;
  since: string;
  current: boolean;
}

export function runHubs({ json }: { json: boolean }, context: CliContext): void {
  const { current, hubs } = readHubs(hubsPath(process.env));
  const known: KnownHub[] = Object.entries(hubs).map(([url, { name, since }]) => ({
    url,
    name,
    since,
    current: url === current,
  }));
  const { say, out } = context;
  if (json) printJson(context, known);
  else if (known.length === 0) out.write(`${say("hubs.none")}\n`);
  else printHubs(known, context);
}

function printHubs(known: readonly KnownHub[], context: CliContext): void {
  const { say } = context;
  printTable(
    context,
    [say("hubs.url"), say("hubs.name"), say("hubs.since"), say("hubs.current")],
    known.map(({ url, name, since, current: is }) =>
      [url, name, minute(new Date(since)), is ? say("hubs.yes") : ""].map(printable),
    ),
  );
}
