import type { Command } from "commander";
import type { CliContext } from "../context.ts";
import { assetCommand } from "./asset.ts";
import { auditCommand } from "./audit.ts";
import { bundleCommand } from "./bundle.ts";
import { configCommand } from "./config.ts";
import { databaseCommand } from "./database.ts";
import { demoCommand } from "./demo.ts";
import { exposedCommand } from "./exposed.ts";
import { hubCommand } from "./hub.ts";
import { importCommand } from "./import.ts";
import { indexCommand } from "./index-advisories.ts";
import { hubsCommand, loginCommand, logoutCommand } from "./login.ts";
import { matchCommand } from "./match.ts";
import { organisationCommand } from "./organisation.ts";
import { secretsCommand } from "./secrets.ts";
import { serveCommand } from "./serve.ts";
import { acceptCommand, setUpCommand } from "./set-up.ts";
import { uploadCommand } from "./upload.ts";

/** Every command, in the order of the help. What a command does is loaded when it is called. */
export const commands: ((context: CliContext, args: readonly string[]) => Command | Promise<Command>)[] = [
  matchCommand,
  indexCommand,
  importCommand,
  exposedCommand,
  serveCommand,
  setUpCommand,
  acceptCommand,
  uploadCommand,
  hubCommand,
  loginCommand,
  logoutCommand,
  hubsCommand,
  organisationCommand,
  assetCommand,
  bundleCommand,
  databaseCommand,
  auditCommand,
  secretsCommand,
  configCommand,
  demoCommand,
];
