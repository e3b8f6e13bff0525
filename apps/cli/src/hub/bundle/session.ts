import { type BundleHub, consoleBundles, readConfig, systemClock } from "@bongsu/hub";
import { reasonOf } from "../../io/reason.ts";
import { cliProblems } from "../../problems.ts";
import { account } from "../console.ts";
import { withHub } from "../session.ts";

/** Opens the hub for bundles at the console. */
export const withBundles = <T>(work: (hub: BundleHub) => Promise<T>): Promise<T> =>
  withHub(async (database) => work(await consoleBundles(database, readConfig(process.env), systemClock, account())));

/** The system's word on a file becomes the product's. */
export async function onFile<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : null;
    if (!(error instanceof Error) || !("syscall" in error)) throw error;
    if (code === "ENOENT") throw cliProblems.error("cli.not-found", {}, { file }, error);
    throw cliProblems.error("cli.not-readable", { reason: reasonOf(error) }, { file }, error);
  }
}
