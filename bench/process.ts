import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

export interface ProcessFigures {
  /** Wall time from start to exit. */
  milliseconds: number;
  /** Peak resident memory that the process reports of itself. */
  peakBytes: number;
  status: number;
  stdout: string;
}

const peak = fileURLToPath(new URL("./peak.mjs", import.meta.url));

/** Runs a program in a Node.js process of its own, as a user would start it, and measures the whole of it. */
export function measureProcess(args: string[]): Promise<ProcessFigures> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(process.execPath, ["--import", peak, ...args], { stdio: ["ignore", "pipe", "pipe", "pipe"] });
    let stdout = "";
    let figures = "";
    child.stdout?.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
    });
    child.stderr?.resume();
    child.stdio[3]?.on("data", (bytes: Buffer) => {
      figures += bytes.toString();
    });
    child.on("error", reject);
    child.on("close", (status) =>
      resolve({
        milliseconds: performance.now() - start,
        peakBytes: Number(figures) * 1024,
        status: status ?? -1,
        stdout,
      }),
    );
  });
}
