import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import type { Load, LoadFigures } from "./load-child.ts";

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });

export interface HubProcess {
  address: string;
  /** From the start of the process until it answers that it is ready. */
  startMilliseconds: number;
  /** Resident memory now. */
  memory(): number;
  stop(): Promise<void>;
}

/** Starts a hub as its operator would, and waits until it is ready. */
export async function startHubProcess(environment: NodeJS.ProcessEnv): Promise<HubProcess> {
  const port = String(await freePort());
  const start = performance.now();
  const child = spawn(process.execPath, [path("../../apps/cli/src/main.ts"), "serve"], {
    env: {
      ...process.env,
      BONGSU_LOG_LEVEL: "error",
      BONGSU_PORT: port,
      BONGSU_URL: `http://localhost:${port}`,
      BONGSU_LISTENERS_PER_ACTOR: "2000",
      ...environment,
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const address = `http://127.0.0.1:${port}`;
  for (;;) {
    if (child.exitCode !== null) throw new Error("the hub ended");
    const ready = await fetch(`${address}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) break;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return {
    address,
    startMilliseconds: performance.now() - start,
    memory: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1]) * 1024,
    stop: () => ended(child),
  };
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.on("exit", () => resolve());
    child.kill("SIGTERM");
  });
}

/** Loads a hub from a process of its own. */
export function underLoad(load: Load): Promise<LoadFigures> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path("./load-child.ts"), JSON.stringify(load)], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let text = "";
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
    });
    child.on("close", () => {
      try {
        resolve(JSON.parse(text) as LoadFigures);
      } catch (error) {
        reject(error);
      }
    });
  });
}

export interface Listeners {
  /** Resolves when every listener has the stream open. */
  open: Promise<void>;
  /** Resolves with the time (Unix milliseconds) at which the last listener had the next event. */
  next(): Promise<number>;
  stop(): void;
}

/** So many followers of the event stream in a process of their own. */
export function listenersOf(url: string, tokens: readonly string[], listeners: number): Listeners {
  const child = spawn(process.execPath, [path("./listeners-child.ts"), JSON.stringify({ url, tokens, listeners })], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const waiting: ((line: string) => void)[] = [];
  let rest = "";
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      if (line.startsWith("failed")) throw new Error(line);
      for (const told of waiting.splice(0)) told(line);
    }
  });
  const line = () => new Promise<string>((resolve) => waiting.push(resolve));
  const open = line().then(() => {});
  return { open, next: async () => Number((await line()).split(" ")[2]), stop: () => child.kill() };
}
