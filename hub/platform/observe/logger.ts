import { AsyncLocalStorage } from "node:async_hooks";
import { type DestinationStream, type Logger, pino } from "pino";
import type { Config } from "../config.ts";
import { censored } from "./censor.ts";

export type { Logger };

const requests = new AsyncLocalStorage<string>();

/** Every line that is logged in the course of `work` bears the request's id, however deep down it is written. */
export const inRequest = <T>(id: string, work: () => T): T => requests.run(id, work);

/**
 * The hub's log: one JSON object a line on standard error, or where `destination` leads. Secrets never stand in it:
 * fields are known by their names, at any depth, and passwords in addresses by their place.
 */
export function openLog({ logLevel }: Pick<Config, "logLevel">, destination?: DestinationStream): Logger {
  return pino(
    {
      level: logLevel,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: {
        level: (label) => ({ level: label }),
        log: (fields) => Object(censored(fields)),
        // What is bound to a child logger is the same to a reader as what stands in the line.
        bindings: (fields) => Object(censored(fields)),
      },
      mixin: () => {
        const request = requests.getStore();
        return request === undefined ? {} : { request };
      },
    },
    destination ?? pino.destination({ dest: 2, sync: false }),
  );
}
