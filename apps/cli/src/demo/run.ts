import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { displayWidth, padded, truncated } from "@bongsu/matching/width";
import type { CliContext } from "../context.ts";
import { Stage } from "../country/stage.ts";
import { exitCodes } from "../exit.ts";
import type { MessageName } from "../messages/say.ts";
import { countDocuments, exampleNamed } from "./documents.ts";

/** A story whose steps are commands: each is printed as one would type it, and run. */
class CommandStage extends Stage {
  title(name: MessageName): void {
    this.step(this.context.say(name));
  }

  /** Gives the command's exit code. */
  async command(...args: string[]): Promise<number> {
    this.line(`\n${this.bold(`$ bongsu ${args.map(quoted).join(" ")}`)}`);
    const code = await this.context.run(args);
    this.line();
    return code;
  }
}

const quoted = (arg: string): string => (/^[\w@%+=:,./-]+$/.test(arg) ? arg : `'${arg.replaceAll("'", "'\\''")}'`);

type Documents = Record<"portal" | "gateway" | "advisories" | "vex" | "ignore", string>;

function introduce(stage: CommandStage, { say }: CliContext, documents: Documents): void {
  const described: [string, MessageName][] = [
    [documents.portal, "demo.portal"],
    [documents.gateway, "demo.gateway"],
    [documents.advisories, "demo.advisories"],
    [documents.vex, "demo.vex"],
    [documents.ignore, "demo.ignore"],
  ];
  stage.line(stage.bold(say("demo.title")));
  stage.line();
  stage.paragraph(say("demo.intro", { advisories: countDocuments("advisories") }));
  stage.line(`\n${say("demo.files")}`);
  const width = Math.max(...described.map(([name]) => displayWidth(name)));
  for (const [name, message] of described) stage.line(`  ${padded(name, width)}  ${say(message)}`);
}

function sayWhatNext(stage: CommandStage, { say }: CliContext): void {
  stage.line(`\n${stage.bold(say("demo.next"))}`);
  stage.line(say("demo.next.sbom"));
  stage.line(say("demo.next.advisories"));
  stage.line("       https://osv-vulnerabilities.storage.googleapis.com/npm/all.zip  (PyPI, Go, Maven, Debian …)");
  stage.line("       https://www.cisa.gov/sites/default/files/feeds/known_exploited_vulnerabilities.json");
  stage.line(say("demo.next.run"));
  stage.line("       bongsu index build all.zip known_exploited_vulnerabilities.json --output all.bongsu");
  stage.line("       bongsu match bom.json --advisories all.bongsu");
  stage.line(`\n${say("demo.next.more")}`);
}

/** Runs the demo. Gives the exit code of the first step that did not go as it should, else 0. */
export async function runDemo(context: CliContext): Promise<number> {
  const { say } = context;
  const stage = new CommandStage(context);
  const names: Documents = {
    portal: exampleNamed("city-portal.cdx.json"),
    gateway: exampleNamed("city-gateway.spdx.json"),
    advisories: exampleNamed("advisories"),
    vex: exampleNamed("vex.openvex.json"),
    ignore: exampleNamed("ignore.json"),
  };
  const folder = mkdtempSync(join(tmpdir(), "bongsu-demo-"));
  try {
    introduce(stage, context, names);

    stage.title("demo.match.title");
    const matched = await stage.command("match", names.portal, "--advisories", names.advisories);
    if (matched !== exitCodes.done) return matched;
    stage.paragraph(say("demo.match.note"));

    stage.title("demo.vex.title");
    await stage.command(
      "match",
      names.portal,
      "--advisories",
      names.advisories,
      "--vex",
      names.vex,
      "--ignore",
      names.ignore,
    );
    stage.paragraph(say("demo.vex.note"));

    stage.title("demo.gateway.title");
    const code = await stage.command(
      "match",
      names.gateway,
      "--advisories",
      names.advisories,
      "--fail-on",
      "exploited",
    );
    stage.paragraph(say("demo.gateway.note", { code }));

    stage.title("demo.index.title");
    const index = join(folder, "all.bongsu");
    await stage.command("index", "build", names.advisories, "--output", index);
    const start = performance.now();
    const csv = join(folder, "findings.csv");
    await stage.command(
      "match",
      names.portal,
      names.gateway,
      "--advisories",
      index,
      "--format",
      "csv",
      "--output",
      csv,
    );
    stage.paragraph(say("demo.index.note", { ms: Math.round(performance.now() - start) }));

    stage.title("demo.formats.title");
    stage.line(`\n${stage.bold(`$ head -3 ${quoted(csv)}`)}`);
    for (const line of readFileSync(csv, "utf8").split("\r\n").slice(0, 3)) stage.line(truncated(line, stage.width));
    stage.line();
    stage.paragraph(say("demo.formats.note"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  sayWhatNext(stage, context);
  return exitCodes.done;
}
