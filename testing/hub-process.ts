import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../apps/cli/src/main.ts", import.meta.url));

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });

/** A hub in a process of its own, as its operator starts it. */
export interface HubProcess {
  address: string;
  /** Its origin: what a browser calls it. */
  url: string;
  /** What it said on standard error. */
  said(): string;
  kill(signal: NodeJS.Signals): Promise<number | null>;
}

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve(child.exitCode);
    else child.on("exit", resolve);
  });

/** Starts `bongsu serve` and waits until it is ready. */
export async function startHubProcess(environment: NodeJS.ProcessEnv): Promise<HubProcess> {
  const port = String(await freePort());
  const child = spawn(process.execPath, [main, "serve"], {
    env: {
      ...process.env,
      BONGSU_PORT: port,
      BONGSU_URL: `http://localhost:${port}`,
      BONGSU_LOG_LEVEL: "warn",
      NO_COLOR: "1",
      ...environment,
    },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let text = "";
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    text += chunk;
  });
  const address = `http://127.0.0.1:${port}`;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the hub ended: ${text}`);
    if (
      await fetch(`${address}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      break;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return {
    address,
    url: `http://localhost:${port}`,
    said: () => text,
    kill: async (signal) => {
      child.kill(signal);
      return ended(child);
    },
  };
}
