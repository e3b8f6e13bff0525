import { Agent, request } from "node:http";

/** What one load process does: so many requests per second, or as many as so many connections carry. */
export interface Load {
  url: string;
  method?: string;
  headers: Record<string, string>;
  /** Keys that take turns, each with what its address says instead of `{handle}`: one alone would meet its limit. */
  keys: { handle: string; token: string }[];
  /** A template of the body; `{n}` becomes the request's number. */
  body?: string;
  /** `{n}` in header values as well (idempotency keys). */
  seconds: number;
  /** Seconds before that, which are not counted: connections are made, code is compiled. */
  warmUp?: number;
  rate?: number;
  connections: number;
}

export interface LoadFigures {
  sent: number;
  failed: number;
  perSecond: number;
  /** Milliseconds from the moment at which a request was due. */
  p50: number;
  p99: number;
}

const load = JSON.parse(process.argv[2] ?? "{}") as Load;
const agent = new Agent({ keepAlive: true, maxSockets: load.connections });
let times: number[] = [];
let failed = 0;
let number = 0;

function send(due: number): Promise<void> {
  const key = load.keys[number % Math.max(1, load.keys.length)];
  const n = String(number++);
  const fill = (text: string) => text.replaceAll("{n}", `${process.pid}-${n}`);
  const body = load.body === undefined ? undefined : fill(load.body);
  const headers = Object.fromEntries(Object.entries(load.headers).map(([name, value]) => [name, fill(value)]));
  if (key !== undefined) headers.authorization = `Bearer ${key.token}`;
  const url = load.url.replace("{handle}", key?.handle ?? "");
  return new Promise((resolve) => {
    const sent = request(url, { agent, method: load.method ?? "GET", headers }, (response) => {
      response.resume();
      response.on("end", () => {
        times.push(performance.now() - due);
        if ((response.statusCode ?? 500) >= 400) failed += 1;
        resolve();
      });
    });
    sent.on("error", () => {
      failed += 1;
      resolve();
    });
    sent.end(body);
  });
}

/** Asks for so many seconds; gives when it began. */
async function ask(seconds: number): Promise<number> {
  const start = performance.now();
  const end = start + seconds * 1000;
  const { rate } = load;
  if (rate === undefined) {
    const worker = async () => {
      while (performance.now() < end) await send(performance.now());
    };
    await Promise.all(Array.from({ length: load.connections }, worker));
    return start;
  }
  const under: Promise<void>[] = [];
  for (let sent = 0; performance.now() < end; ) {
    const due = Math.floor(((performance.now() - start) / 1000) * rate);
    for (; sent < due; sent += 1) under.push(send(start + (sent / rate) * 1000));
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  await Promise.all(under);
  return start;
}

await ask(load.warmUp ?? 2);
times = [];
failed = 0;
const before = number;
const start = await ask(load.seconds);
const elapsed = (performance.now() - start) / 1000;
times.sort((a, b) => a - b);
const at = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? Number.NaN;
const figures: LoadFigures = {
  sent: number - before,
  failed,
  perSecond: times.length / elapsed,
  p50: at(0.5),
  p99: at(0.99),
};
process.stdout.write(JSON.stringify(figures));
agent.destroy();
