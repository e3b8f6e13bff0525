import type { Language } from "@bongsu/base";
import { type Caller, createCaller } from "@bongsu/client";
import { hubsPath, readHubs } from "./hubs-file.ts";
import { remoteProblems } from "./problems.ts";

/** A hub's address as it is kept: without a slash at the end. Throws `client.invalid-url`. */
export const addressOf = (url: string): string => createCaller({ url }).url;

/**
 * The hub that is meant, ready to be called: `BONGSU_HUB` and `BONGSU_KEY`, else what was logged in to last.
 * Throws `cli.no-hub`, `client.invalid-url`.
 */
export function remoteHub(env: NodeJS.ProcessEnv, language: Language): Caller {
  const { current, hubs } = readHubs(hubsPath(env));
  const given = env.BONGSU_HUB || current;
  if (given === null) throw remoteProblems.error("cli.no-hub");
  const url = addressOf(given);
  return createCaller({ url, key: env.BONGSU_KEY || hubs[url]?.key, language });
}
