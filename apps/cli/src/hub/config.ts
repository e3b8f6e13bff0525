import { describeConfig, readConfig } from "@bongsu/hub";
import type { CliContext } from "../context.ts";
import { printJson, printTable } from "./print.ts";

export function runConfig({ json }: { json: boolean }, context: CliContext): void {
  const settings = describeConfig(readConfig(process.env), process.env);
  if (json) {
    printJson(context, settings);
    return;
  }
  const { say } = context;
  printTable(
    context,
    [say("config.variable"), say("config.value"), say("config.origin")],
    settings.map(({ variable, value, fromEnvironment }) => [
      variable,
      value === "" ? "–" : value,
      say(fromEnvironment ? "config.environment" : "config.default"),
    ]),
  );
}
