import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import {
  folders,
  key,
  keys,
  mailbox,
  origin,
  ranges,
  rangesOrHosts,
  safeAddress,
  text,
  zone,
} from "./config-values.ts";
import { platformProblems } from "./problems.ts";

type Values = { [Name in keyof typeof settings]: z.output<(typeof settings)[Name]["schema"]> };

/** Everything that the environment decides, read once. */
export interface Config extends Values {}

interface Setting {
  variable: string;
  schema: z.ZodType;
  /** `all`: never shown; `password`: an address whose password is never shown. May stand in a file as well. */
  secret?: "all" | "password";
}

/** What stands for a secret on screens and in messages. */
const hidden = "••••";

const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most);

const settings = {
  /** A PostgreSQL server; null: the embedded database in `dataDir`. */
  databaseUrl: {
    variable: "DATABASE_URL",
    schema: z
      .url({ protocol: /^postgres(ql)?$/, error: "a postgres:// address is expected" })
      .nullable()
      .default(null),
    secret: "password",
  },
  dataDir: { variable: "BONGSU_DATA_DIR", schema: text.default(join(".bongsu", "data")) },
  /** Connections to the server that one process keeps. */
  databaseConnections: { variable: "BONGSU_DATABASE_CONNECTIONS", schema: whole(1, 500).default(10) },
  logLevel: {
    variable: "BONGSU_LOG_LEVEL",
    schema: z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
  },
  /** The hub's own time zone (IANA): of dates in alerts, and of people who chose none. */
  zone: { variable: "BONGSU_ZONE", schema: zone.default("Asia/Seoul") },
  /** The origin under which people and machines reach the hub. */
  url: { variable: "BONGSU_URL", schema: origin.default("http://localhost:8400") },
  /** The address and port on which the hub listens. */
  host: { variable: "BONGSU_HOST", schema: text.default("127.0.0.1") },
  port: { variable: "BONGSU_PORT", schema: whole(0, 65_535).default(8400) },
  /** The key under which secrets are sealed; null: the file `secret.key` in `dataDir`, made at the first start. */
  secretKey: { variable: "BONGSU_SECRET_KEY", schema: key.nullable().default(null), secret: "all" },
  /** Earlier keys: what they sealed can still be opened. */
  secretKeysOld: { variable: "BONGSU_SECRET_KEYS_OLD", schema: keys, secret: "all" },
  /** The mail server; null: mail is written to the log. */
  smtpUrl: {
    variable: "BONGSU_SMTP_URL",
    schema: z
      .url({ protocol: /^smtps?$/, error: "an smtp:// or smtps:// address is expected" })
      .nullable()
      .default(null),
    secret: "password",
  },
  mailFrom: { variable: "BONGSU_MAIL_FROM", schema: mailbox.nullable().default(null) },
  /** Single sign-on: all three or none. */
  oidcIssuer: { variable: "BONGSU_OIDC_ISSUER", schema: safeAddress.nullable().default(null) },
  oidcClientId: { variable: "BONGSU_OIDC_CLIENT_ID", schema: text.nullable().default(null) },
  oidcClientSecret: { variable: "BONGSU_OIDC_CLIENT_SECRET", schema: text.nullable().default(null), secret: "all" },
  /** What the button of single sign-on says. */
  oidcName: { variable: "BONGSU_OIDC_NAME", schema: text.max(60).nullable().default(null) },
  /** The proxies whose X-Forwarded-For is believed. */
  trustedProxies: { variable: "BONGSU_TRUSTED_PROXIES", schema: ranges },
  /** What the hub may fetch from or call although it is not on the public internet. */
  allowPrivateAddresses: { variable: "BONGSU_ALLOW_PRIVATE_ADDRESSES", schema: rangesOrHosts },
  /** Folders of this machine that sources may be read from. */
  sourceFolders: { variable: "BONGSU_SOURCE_FOLDERS", schema: folders },
  /** Bytes of the largest file that a source is fetched as. */
  sourceMaxBytes: { variable: "BONGSU_SOURCE_MAX_BYTES", schema: whole(1_024, 2 ** 42).default(4 * 2 ** 30) },
  /** Bytes of the largest request that is taken. */
  maxBody: { variable: "BONGSU_MAX_BODY", schema: whole(1_024, 2 ** 40).default(100 * 2 ** 20) },
  /** Listeners of the event stream: of one process, and of one person or service account to it. */
  listeners: { variable: "BONGSU_LISTENERS", schema: whole(1, 1_000_000).default(5_000) },
  listenersPerActor: { variable: "BONGSU_LISTENERS_PER_ACTOR", schema: whole(1, 1_000_000).default(20) },
  /** Where traces are sent (OTLP over HTTP); null: nowhere. */
  otlpEndpoint: {
    variable: "BONGSU_OTLP_ENDPOINT",
    schema: z
      .url({ protocol: /^https?$/, error: "an http:// or https:// address is expected" })
      .nullable()
      .default(null),
    secret: "password",
  },
  /** Days for which the audit trail is kept; 0: for ever. */
  auditRetentionDays: { variable: "BONGSU_AUDIT_RETENTION_DAYS", schema: whole(0, 36_500).default(0) },
} satisfies Record<string, Setting>;

const names = Object.keys(settings) as (keyof typeof settings)[];

const setting = (name: keyof typeof settings): Setting => settings[name];

/** The variable that names a file with the value: the habit of containers. */
const fileVariable = (variable: string): string => `${variable}_FILE`;

function invalid(name: string, value: string, reason: string) {
  return platformProblems.error("config.invalid", { name, value, reason });
}

/** The value as it is set, in the variable itself or, for a secret, in the file that `…_FILE` names. */
function rawValue({ variable, secret }: Setting, environment: NodeJS.ProcessEnv): string | undefined {
  const value = environment[variable] || undefined;
  const file = environment[fileVariable(variable)] || undefined;
  if (secret === undefined || file === undefined) return value;
  if (value !== undefined) throw invalid(fileVariable(variable), file, `${variable} is set as well`);
  try {
    return readFileSync(file, "utf8").trim() || undefined;
  } catch (error) {
    throw invalid(fileVariable(variable), file, error instanceof Error ? error.message : String(error));
  }
}

function read(own: Setting, environment: NodeJS.ProcessEnv): unknown {
  const value = rawValue(own, environment);
  const result = own.schema.safeParse(value);
  if (result.success) return result.data;
  const reason = result.error.issues.map((issue) => issue.message).join("; ");
  throw invalid(own.variable, own.secret === undefined ? (value ?? "") : hidden, reason);
}

/** Reads and checks the environment. Throws `config.invalid`, which names the variable. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const config = Object.fromEntries(names.map((name) => [name, read(setting(name), environment)])) as Config;
  const signOn = ["oidcIssuer", "oidcClientId", "oidcClientSecret"] as const;
  const missing = signOn.find((name) => config[name] === null);
  if (missing !== undefined && signOn.some((name) => config[name] !== null)) {
    throw invalid(settings[missing].variable, "", "single sign-on needs the issuer, the client's id and its secret");
  }
  return config;
}

/** The password of an address becomes dots; the rest stays readable. */
function hidePassword(address: string): string {
  const url = new URL(address);
  if (url.password !== "") url.password = hidden;
  for (const name of url.searchParams.keys()) {
    if (/password|token|secret|key/i.test(name)) url.searchParams.set(name, hidden);
  }
  return url.toString().replaceAll(encodeURIComponent(hidden), hidden);
}

function shown(value: unknown, secret: Setting["secret"]): string {
  if (value === null || (Array.isArray(value) && value.length === 0)) return "";
  if (secret === "all") return hidden;
  if (secret === "password") return hidePassword(String(value));
  return Array.isArray(value) ? value.join(", ") : String(value);
}

/** One line per setting for `bongsu config`: variable, value without secrets, whether it is the default. */
export function describeConfig(config: Config, environment: NodeJS.ProcessEnv) {
  return names.map((name) => {
    const { variable, secret } = setting(name);
    const isSet = (own: string) => (environment[own] ?? "") !== "";
    return {
      variable,
      value: shown(config[name], secret),
      fromEnvironment: isSet(variable) || (secret !== undefined && isSet(fileVariable(variable))),
    };
  });
}
