import { readFileSync, writeFileSync } from "node:fs";
import { forgetHub, inTransaction, ownKeyFile, type TrustedHub, trustedHubs, trustNamed } from "@bongsu/hub";
import type { CliContext } from "../../context.ts";
import { reasonOf } from "../../io/reason.ts";
import { cliProblems } from "../../problems.ts";
import { printJson, printTable } from "../print.ts";
import { withBundles } from "./session.ts";

export function runBundleKey({ output, json }: { output?: string; json: boolean }, context: CliContext): Promise<void> {
  return withBundles(async (hub) => {
    const file = await ownKeyFile(hub.database.kysely, hub);
    if (output === undefined) return printJson(context, file);
    try {
      writeFileSync(output, `${JSON.stringify(file, null, 2)}\n`, { flag: "wx" });
    } catch (error) {
      throw cliProblems.error("cli.not-writable", { reason: reasonOf(error) }, { file: output }, error);
    }
    const said = { file: output, fingerprint: hub.identity.keyId };
    if (json) printJson(context, said);
    else context.out.write(`${context.say("bundle.keyWritten", said)}\n`);
  });
}

export interface TrustArguments {
  max?: string;
  community?: boolean;
  authors?: boolean;
  represents?: string;
  json: boolean;
}

/** A file where there is one of that name, else a fingerprint or a name. */
function named(key: string): { file: Uint8Array } | { hub: string } {
  try {
    return { file: readFileSync(key) };
  } catch {
    return { hub: key };
  }
}

export function runBundleTrust(key: string, given: TrustArguments, context: CliContext): Promise<void> {
  const terms = {
    maxMarking: given.max,
    community: given.community,
    namesAuthors: given.authors,
    represents: given.represents?.split(",").filter((handle) => handle !== ""),
  };
  return withBundles(async (hub) => {
    const trusted = await inTransaction(hub.database, (transaction) => trustNamed(transaction, hub, named(key), terms));
    if (given.json) return printJson(context, trusted);
    const { name, keyId } = trusted;
    context.out.write(`${context.say("bundle.trusted", { name: name[context.language], fingerprint: keyId })}\n`);
  });
}

const trustedRow = (hub: TrustedHub, { say, language }: CliContext): string[] => [
  hub.name[language],
  hub.keyId,
  `TLP:${hub.maxMarking}`,
  say(hub.community ? "bundle.yes" : "bundle.no"),
  Object.keys(hub.represents).join(", "),
];

export function runBundleTrusted({ json }: { json: boolean }, context: CliContext): Promise<void> {
  return withBundles(async ({ database }) => {
    const hubs = await trustedHubs(database.kysely);
    if (json) return printJson(context, hubs);
    const { say } = context;
    if (hubs.length === 0) return context.out.write(`${say("bundle.noneTrusted")}\n`);
    const heads = [
      "bundle.field.hub",
      "bundle.field.fingerprint",
      "bundle.field.marking",
      "bundle.field.community",
      "bundle.field.represents",
    ] as const;
    printTable(
      context,
      heads.map((head) => say(head)),
      hubs.map((hub) => trustedRow(hub, context)),
    );
  });
}

export function runBundleDistrust(hub: string, { yes }: { yes: boolean }, context: CliContext): Promise<void> {
  return withBundles(async (own) => {
    if (!yes) throw cliProblems.error("cli.not-confirmed", { what: hub });
    const { name } = await inTransaction(own.database, (transaction) => forgetHub(transaction, own, hub));
    context.out.write(`${context.say("bundle.distrusted", { name: name[context.language] })}\n`);
  });
}
