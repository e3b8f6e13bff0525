import { readConfig } from "@bongsu/hub";
import type { CliContext } from "../context.ts";

/** A termination asked for a second time does not wait. */
const hurried = 130;

/** Resolves when the operator or the service manager asks to stop. */
export function asked(): Promise<void> {
  return new Promise((resolve) => {
    let asking = false;
    const onSignal = () => {
      if (asking) process.exit(hurried);
      asking = true;
      resolve();
    };
    process.on("SIGINT", onSignal);
    process.on("SIGTERM", onSignal);
  });
}

/** Starts a hub in this process and keeps it until it is asked to stop. */
export async function runServe(given: { port?: string; host?: string }, context: CliContext): Promise<void> {
  const { startHub } = await import("@bongsu/hub/main");
  const config = readConfig({
    ...process.env,
    ...(given.port === undefined ? {} : { BONGSU_PORT: given.port }),
    ...(given.host === undefined ? {} : { BONGSU_HOST: given.host }),
  });
  const hub = await startHub(config);
  const { say, err } = context;
  err.write(`${say("serve.ready", { address: hub.address, api: `${hub.address}/api` })}\n`);
  if (hub.setUpCode !== null) err.write(`${say("serve.setup", { url: config.url, code: hub.setUpCode })}\n`);
  await asked();
  err.write(`${say("serve.stopping")}\n`);
  await hub.stop();
}
