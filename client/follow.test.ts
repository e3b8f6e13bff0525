import assert from "node:assert/strict";
import type { ServerResponse } from "node:http";
import { test } from "node:test";
import fc from "fast-check";
import { Answering, problem } from "../testing/answering.ts";
import { followNotes } from "../testing/notes.ts";
import { createCaller } from "./caller.ts";
import { type Block, blocksOf } from "./event-stream.ts";
import { HubError } from "./hub-error.ts";

const at = "2026-11-20T03:04:05.000Z";
const block = (number: number) => `id: ${number}\nevent: notes.added\ndata: ${JSON.stringify({ number, at })}\n\n`;

const opened = (response: ServerResponse, text: string) =>
  response.writeHead(200, { "content-type": "text/event-stream" }).write(text);

const follower = (url: string) => createCaller({ url, wait: async () => {}, retries: 2 });

test("a stream that breaks goes on after the last event that was taken", async () => {
  await using hub = await Answering.start((_, response, before) => {
    if (before === 0) {
      opened(response, `retry: 10\n\n: hello\n\n${block(4)}${block(5)}id: 9\n\n`);
      return void response.end();
    }
    if (before === 1) return problem(response, 503, "database.unreachable", { "retry-after": "1" });
    opened(response, block(12));
  });
  const numbers: unknown[] = [];
  for await (const one of follower(hub.url).follow(followNotes, { after: 3, kinds: ["notes.*"] })) {
    numbers.push(one);
    if (numbers.length === 3) break;
  }
  assert.deepEqual(
    numbers,
    [4, 5, 12].map((number) => ({ number, at: new Date(at) })),
  );
  const ways = hub.asked.map(({ url, headers }) => [url.slice(url.indexOf("?")), headers["last-event-id"]]);
  assert.deepEqual(ways[0], ["?after=3&kinds=notes.*", undefined]);
  for (const way of ways.slice(1, 3)) assert.deepEqual(way, ["?after=9&kinds=notes.*", "9"]);
});

test("what does not pass ends it, and so does the signal", async () => {
  await using hub = await Answering.start((_, response, before) =>
    before === 0 ? problem(response, 401, "http.not-signed-in") : void opened(response, block(1)),
  );
  const { follow } = follower(hub.url);
  await assert.rejects(follow(followNotes).next(), (error) => error instanceof HubError && error.status === 401);
  const stop = new AbortController();
  const events = follow(followNotes, {}, { signal: stop.signal });
  await events.next();
  stop.abort();
  assert.deepEqual(await events.next(), { done: true, value: undefined });
});

test("a hub that cannot be reached at the first is told, after its tries", async () => {
  await using hub = await Answering.start((_, response) => response.destroy());
  await assert.rejects(follower(hub.url).follow(followNotes).next(), /client\.unreachable/);
  assert.equal(hub.asked.length, 3);
});

async function readIn(text: string, cuts: readonly number[]): Promise<Block[]> {
  const bytes = new TextEncoder().encode(text);
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  async function* pieces() {
    for (const [index, end] of places.entries()) if (index > 0) yield bytes.subarray(places[index - 1], end);
  }
  const blocks: Block[] = [];
  for await (const one of blocksOf(pieces(), () => {})) blocks.push(one);
  return blocks;
}

test("an event stream reads the same wherever it is cut, and whatever ends its lines", async () => {
  const word = fc.string({ unit: fc.constantFrom("a", "가", ":", " ", "{", "🔥"), maxLength: 6 });
  const written = fc.array(fc.record({ id: fc.nat(), data: fc.array(word, { minLength: 1, maxLength: 3 }) }));
  const ends = fc.constantFrom("\n", "\r\n", "\r");
  await fc.assert(
    fc.asyncProperty(written, ends, fc.array(fc.nat(), { maxLength: 8 }), async (blocks, end, cuts) => {
      const text = blocks
        .map(({ id, data }) =>
          [`id: ${id}`, ": sign of life", ...data.map((line) => `data: ${line}`), "", ""].join(end),
        )
        .join("");
      const read = await readIn(`${text}${end === "\r" ? "\n" : ""}`, cuts);
      assert.deepEqual(
        read.map(({ id, data }) => [id, data]),
        blocks.map(({ id, data }) => [String(id), data.join("\n")]),
      );
    }),
  );
});
