import { readConfig, rotateSecrets } from "@bongsu/hub";
import type { CliContext } from "../context.ts";
import { record } from "./console.ts";
import { withHub } from "./session.ts";

/** Gives the hub a new key and seals anew what the earlier ones sealed. */
export function runSecretsRotate({ resume }: { resume: boolean }, context: CliContext): Promise<void> {
  return withHub(async (database) => {
    const config = readConfig(process.env);
    const { keyId, texts, madeKey } = await rotateSecrets(database, config, { again: resume });
    await record(database, { operation: "secrets.rotate", details: { keyId, texts, madeKey } });
    const { say, out } = context;
    const kept = config.secretKey === null ? "secrets.keptInFile" : "secrets.keptInEnvironment";
    out.write(`${say("secrets.rotated", { keyId, texts })}\n${say(kept)}\n`);
  });
}
