import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { reasonOf } from "../io/reason.ts";
import { isRecord } from "../io/record.ts";
import { cliProblems } from "../problems.ts";
import { remoteProblems } from "./problems.ts";

/** The hubs that somebody has logged in to. */
export interface Hubs {
  /** Address of the one that is meant where none is named; null without any. */
  current: string | null;
  hubs: Record<string, { key: string; name: string; since: string }>;
}

/** `~/.config/bongsu/hubs.json`, or where XDG's base directories are (XDG Base Directory Specification). */
export const hubsPath = (env: NodeJS.ProcessEnv): string =>
  join(env.XDG_CONFIG_HOME || join(env.HOME || homedir(), ".config"), "bongsu", "hubs.json");

/** Throws `cli.hubs-damaged`, `cli.not-readable`. */
export function readHubs(file: string): Hubs {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return { current: null, hubs: {} };
    throw cliProblems.error("cli.not-readable", { reason: reasonOf(cause) }, { file }, cause);
  }
  try {
    const { current, hubs } = JSON.parse(text) as { current: unknown; hubs: unknown };
    if (!isRecord(hubs) || !(current === null || typeof current === "string")) throw new Error("not a list of hubs");
    const known = Object.entries(hubs).map(([url, one]) => {
      if (!isRecord(one) || typeof one.key !== "string") throw new Error("no key");
      return [url, { key: one.key, name: String(one.name ?? ""), since: String(one.since ?? "") }];
    });
    return { current, hubs: Object.fromEntries(known) };
  } catch (cause) {
    throw remoteProblems.error("cli.hubs-damaged", {}, { file }, cause);
  }
}

/** Keys are for their owner's eyes: nobody else may read the file. Throws `cli.not-writable`. */
export function writeHubs(file: string, hubs: Hubs): void {
  const draft = `${file}.${process.pid}.part`;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(draft, `${JSON.stringify(hubs, null, 2)}\n`, { mode: 0o600 });
    renameSync(draft, file);
  } catch (cause) {
    throw cliProblems.error("cli.not-writable", { reason: reasonOf(cause) }, { file }, cause);
  }
}
