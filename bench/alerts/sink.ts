import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const hosts = 100;

/** What came to the sink, and when the last of it did (Unix milliseconds). */
export interface Arrived {
  webhooks: number;
  letters: number;
  at: number;
}

export interface Sink {
  /** One of a hundred hosts, as receivers have their own: by a number. */
  webhookUrl(index: number): string;
  smtpUrl: string;
  /** Resolves with the time at which so many were there; rejects after two minutes. */
  until(kind: "webhooks" | "letters", wanted: number): Promise<number>;
  stop(): void;
}

/** A receiver of webhooks and letters in a process of its own. */
export async function startSink(): Promise<Sink> {
  const child = spawn(process.execPath, [fileURLToPath(new URL("./sink-child.ts", import.meta.url))], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const waiting = new Set<(arrived: Arrived) => void>();
  const ports = Promise.withResolvers<{ http: number; smtp: number }>();
  let rest = "";
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      const said = JSON.parse(line);
      if ("http" in said) ports.resolve(said);
      else for (const look of waiting) look(said);
    }
  });
  const { http, smtp } = await ports.promise;
  return {
    webhookUrl: (index) => `http://127.0.0.${1 + (index % hosts)}:${http}/alerts`,
    smtpUrl: `smtp://127.0.0.1:${smtp}`,
    until: (kind, wanted) =>
      new Promise((resolve, reject) => {
        let seen = 0;
        const late = setTimeout(() => reject(new Error(`${seen} of ${wanted} ${kind} after two minutes`)), 120_000);
        const look = (arrived: Arrived) => {
          seen = arrived[kind];
          if (seen < wanted) return;
          clearTimeout(late);
          waiting.delete(look);
          resolve(arrived.at);
        };
        waiting.add(look);
      }),
    stop: () => void child.kill(),
  };
}
