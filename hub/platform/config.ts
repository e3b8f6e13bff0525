import { join } from "node:path";
import { z } from "zod";
import { platformProblems } from "./problems.ts";

/** Everything that the environment decides, read once. */
export interface Config {
  /** A PostgreSQL server; null: the embedded database in `dataDir`. */
  databaseUrl: string | null;
  dataDir: string;
  /** Connections to the server that one process keeps. */
  databaseConnections: number;
  logLevel: "silent" | "error" | "warn" | "info" | "debug";
}

interface Setting<T> {
  variable: string;
  schema: z.ZodType<T>;
  secret: boolean;
}

const text = z.string().trim().min(1);

/** What stands for a secret on screens and in messages. */
const hidden = "••••";

const settings = {
  databaseUrl: {
    variable: "DATABASE_URL",
    schema: z
      .url({ protocol: /^postgres(ql)?$/, error: "a postgres:// address is expected" })
      .nullable()
      .default(null),
    secret: true,
  },
  dataDir: { variable: "BONGSU_DATA_DIR", schema: text.default(join(".bongsu", "data")), secret: false },
  databaseConnections: {
    variable: "BONGSU_DATABASE_CONNECTIONS",
    schema: z.coerce.number().int().min(1).max(500).default(10),
    secret: false,
  },
  logLevel: {
    variable: "BONGSU_LOG_LEVEL",
    schema: z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
    secret: false,
  },
} satisfies { [Name in keyof Config]: Setting<Config[Name]> };

function read<T>({ variable, schema, secret }: Setting<T>, environment: NodeJS.ProcessEnv): T {
  const value = environment[variable];
  const result = schema.safeParse(value === "" ? undefined : value);
  if (result.success) return result.data;
  const reason = result.error.issues.map((issue) => issue.message).join("; ");
  throw platformProblems.error("config.invalid", { name: variable, value: secret ? hidden : (value ?? ""), reason });
}

/** Reads and checks the environment. Throws `config.invalid`, which names the variable. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  return {
    databaseUrl: read(settings.databaseUrl, environment),
    dataDir: read(settings.dataDir, environment),
    databaseConnections: read(settings.databaseConnections, environment),
    logLevel: read(settings.logLevel, environment),
  };
}

/** The password of an address becomes dots; the rest stays readable. */
function hidePassword(address: string): string {
  const url = new URL(address);
  if (url.password !== "") url.password = hidden;
  for (const name of url.searchParams.keys()) {
    if (/password/i.test(name)) url.searchParams.set(name, hidden);
  }
  return url.toString().replaceAll(encodeURIComponent(hidden), hidden);
}

/** One line per setting for `bongsu config`: variable, value without secrets, whether it is the default. */
export function describeConfig(config: Config, environment: NodeJS.ProcessEnv) {
  return Object.entries(settings).map(([name, { variable, secret }]) => {
    const value = config[name as keyof Config];
    const shown = value === null ? "" : secret ? hidePassword(String(value)) : String(value);
    return { variable, value: shown, fromEnvironment: (environment[variable] ?? "") !== "" };
  });
}
