import { type DestinationStream, type Logger, pino } from "pino";
import type { Config } from "../config.ts";

export type { Logger };

/** What never stands in a log, wherever in a line's facts it may be. */
const secret = ["authorization", "cookie", "set-cookie", "password", "token", "key", "secret", "code", "totp"];

const redact = {
  paths: secret.flatMap((name) => [`["${name}"]`, `*["${name}"]`, `*.*["${name}"]`]),
  censor: "••••",
};

/** The hub's log: one JSON object a line on standard error, or where `destination` leads. */
export function openLog({ logLevel }: Pick<Config, "logLevel">, destination?: DestinationStream): Logger {
  const options = { level: logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime, redact };
  return pino(options, destination ?? pino.destination({ dest: 2, sync: false }));
}
