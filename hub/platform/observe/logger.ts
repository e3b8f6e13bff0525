import { AsyncLocalStorage } from "node:async_hooks";
import { type DestinationStream, type Logger, type LoggerOptions, pino } from "pino";
import type { Config } from "../config.ts";
import { censored, censorText } from "./censor.ts";

export type { Logger };

const requests = new AsyncLocalStorage<string>();

/** Every line that is logged in the course of `work` bears the request's id, however deep down it is written. */
export const inRequest = <T>(id: string, work: () => T): T => requests.run(id, work);

/** The message beside the facts: an error's own, where none is given. */
function messageOf(facts: unknown, message: unknown): unknown {
  const error = facts instanceof Error ? facts : Object(facts).err;
  const own = message ?? (error instanceof Error ? error.message : undefined);
  return typeof own === "string" ? censorText(own) : own;
}

/** What a child logger always says is censored as what one line says. */
function censorChildren(log: Logger): Logger {
  const { child } = log;
  const censoring = function (this: Logger, bindings: object, options?: object): Logger {
    return Reflect.apply(child, this, [censored(bindings), options]);
  };
  return Object.defineProperty(log, "child", { value: censoring });
}

/**
 * The hub's log: one JSON object a line on standard error, or where `destination` leads. Secrets never stand in it:
 * fields are known by their names, at any depth, and passwords in addresses by their place.
 */
export function openLog({ logLevel }: Pick<Config, "logLevel">, destination?: DestinationStream): Logger {
  const options: LoggerOptions = {
    level: logLevel,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }), log: (fields) => Object(censored(fields)) },
    // The formatter has put errors into fields already.
    serializers: { err: (error) => error },
    hooks: {
      logMethod([facts, message, ...values], method) {
        if (typeof facts === "string") Reflect.apply(method, this, [censorText(facts), message, ...values]);
        else Reflect.apply(method, this, [facts, messageOf(facts, message), ...values]);
      },
    },
    mixin: () => {
      const request = requests.getStore();
      return request === undefined ? {} : { request };
    },
  };
  return censorChildren(pino(options, destination ?? pino.destination({ dest: 2, sync: false })));
}
