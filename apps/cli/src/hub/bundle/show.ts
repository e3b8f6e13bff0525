import { type BundleView, madeBundles, showBundle, takenBundles, withSource } from "@bongsu/hub";
import type { CliContext } from "../../context.ts";
import { Progress } from "../../io/progress.ts";
import { minute, printJson, printTable } from "../print.ts";
import { onFile, withBundles } from "./session.ts";

const rangeOf = ({ range }: BundleView["header"], { say }: CliContext): string =>
  range.kind === "full" ? say("bundle.full") : say("bundle.since", { sequence: range.sequence });

function showRows({ header, records, trusted }: BundleView, context: CliContext): [string, string][] {
  const { say, language } = context;
  const carries = Object.entries(records).filter(([, count]) => count > 0);
  return [
    [say("bundle.field.bundle"), header.id],
    [say("bundle.field.number"), String(header.sequence)],
    [say("bundle.field.hub"), header.hub[language]],
    [say("bundle.field.fingerprint"), header.key.id],
    [say("bundle.field.created"), minute(new Date(header.created))],
    [say("bundle.field.range"), rangeOf(header, context)],
    [say("bundle.field.recipient"), header.recipient ?? say("bundle.anybody")],
    [say("bundle.field.marking"), `TLP:${header.highest}`],
    [say("bundle.field.sealed"), say(header.encryption === null ? "bundle.no" : "bundle.yes")],
    [say("bundle.field.carries"), carries.map(([name, count]) => `${name} ${count}`).join(", ")],
    [say("bundle.field.state"), say(trusted ? "bundle.signatureTrusted" : "bundle.signatureUntrusted")],
  ];
}

export function runBundleShow(file: string, { json }: { json: boolean }, context: CliContext): Promise<void> {
  const progress = new Progress(context.err);
  return withBundles(async (hub) => {
    const view = await onFile(file, () =>
      withSource(file, (source) =>
        showBundle(hub, source, (share) =>
          progress.show(() => context.say("progress.bundle.verify", { done: 0, all: 0 }), share),
        ),
      ),
    );
    progress.clear();
    if (json) return printJson(context, view);
    const rows = showRows(view, context);
    const width = Math.max(...rows.map(([name]) => name.length)) + 2;
    context.out.write(`${rows.map(([name, value]) => `${name.padEnd(width)}${value}`).join("\n")}\n`);
  }).finally(() => progress.clear());
}

const longestList = 200;

export function runBundleList({ json }: { json: boolean }, context: CliContext): Promise<void> {
  return withBundles(async ({ database }) => {
    const [made, taken] = [
      await madeBundles(database.kysely, longestList),
      await takenBundles(database.kysely, longestList),
    ];
    if (json) return printJson(context, { made, taken });
    const { say, language } = context;
    if (made.length + taken.length === 0) return context.out.write(`${say("bundle.none")}\n`);
    const row = (direction: string, hub: string, header: BundleView["header"], finishedAt: Date | null) => [
      direction,
      String(header.sequence),
      minute(new Date(header.created)),
      hub,
      rangeOf(header, context),
      `TLP:${header.highest}`,
      say(finishedAt === null ? "bundle.interrupted" : "bundle.whole"),
    ];
    const heads = [
      "bundle.field.direction",
      "bundle.field.number",
      "bundle.field.created",
      "bundle.field.hub",
      "bundle.field.range",
      "bundle.field.marking",
      "bundle.field.state",
    ] as const;
    printTable(
      context,
      heads.map((head) => say(head)),
      [
        ...made.map((one) =>
          row(say("bundle.made"), one.header.recipient ?? say("bundle.anybody"), one.header, one.finishedAt),
        ),
        ...taken.map((one) => row(say("bundle.taken"), one.header.hub[language], one.header, one.finishedAt)),
      ],
    );
  });
}
