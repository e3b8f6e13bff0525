import assert from "node:assert/strict";
import { createServer, type IncomingHttpHeaders } from "node:http";
import { type TestContext, test } from "node:test";
import fc from "fast-check";
import { parseTraceparent, startTracing } from "./tracing.ts";

interface SentSpan {
  name: string;
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  kind: number;
  attributes: { key: string; value: { stringValue?: string } }[];
  status: { code?: number };
}

/** A collector that keeps what it is sent. */
async function startCollector(context: TestContext) {
  const paths: string[] = [];
  const bodies: string[] = [];
  const heads: IncomingHttpHeaders[] = [];
  const server = createServer(async (request, response) => {
    paths.push(request.url ?? "");
    heads.push(request.headers);
    bodies.push(Buffer.concat(await request.toArray()).toString());
    response.writeHead(200, { "content-type": "application/json" }).end("{}");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  context.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const spans = () =>
    bodies.flatMap((body) =>
      (JSON.parse(body) as { resourceSpans: { scopeSpans: { spans: SentSpan[] }[] }[] }).resourceSpans.flatMap(
        ({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans),
      ),
    );
  return { port, paths, bodies, heads, spans };
}

const url = "https://hub.example.kr";
const parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

test("spans are sent with their parents, the caller's trace among them", async (context) => {
  const collector = await startCollector(context);
  const tracing = await startTracing({ otlpEndpoint: `http://hub:hunter2@127.0.0.1:${collector.port}`, url });
  const answer = await tracing.span("assets.list", { operation: "assets.list" }, parent, async () => {
    await tracing.span("query", {}, null, async () => {});
    return 42;
  });
  await tracing.span("alone", {}, "nonsense", async () => {});
  await tracing.stop();
  assert.equal(answer, 42);
  assert.deepEqual([...new Set(collector.paths)], ["/v1/traces"]);
  assert.equal(collector.heads[0]?.authorization, `Basic ${Buffer.from("hub:hunter2").toString("base64")}`);
  const byName = new Map(collector.spans().map((span) => [span.name, span]));
  const [list, query, alone] = [byName.get("assets.list"), byName.get("query"), byName.get("alone")];
  assert.deepEqual([list?.traceId, list?.parentSpanId], [parent.split("-")[1], parent.split("-")[2]]);
  assert.deepEqual([query?.traceId, query?.parentSpanId], [list?.traceId, list?.spanId]);
  assert.notEqual(alone?.traceId, list?.traceId);
  assert.ok(!alone?.parentSpanId);
  assert.deepEqual(list?.attributes, [{ key: "operation", value: { stringValue: "assets.list" } }]);
  assert.match(collector.bodies[0] ?? "", /"service\.name","value":\{"stringValue":"bongsu"\}/);
});

test("what fails marks its span, without its words, and goes on", async (context) => {
  const collector = await startCollector(context);
  const tracing = await startTracing({ otlpEndpoint: `http://127.0.0.1:${collector.port}/v1/traces`, url });
  const error = Object.assign(new Error("about TLP:RED things"), { code: "sharing.denied" });
  const failing = tracing.span("share", {}, null, async () => {
    throw error;
  });
  await assert.rejects(failing, (thrown) => thrown === error);
  await tracing.stop();
  const [span] = collector.spans();
  assert.equal(span?.status.code, 2);
  assert.deepEqual(span?.attributes, [{ key: "error.type", value: { stringValue: "sharing.denied" } }]);
  assert.doesNotMatch(collector.bodies.join(""), /TLP:RED/);
  assert.deepEqual(collector.paths, ["/v1/traces"]);
});

test("without an endpoint the work is done and nothing else", async () => {
  const tracing = await startTracing({ otlpEndpoint: null, url });
  assert.equal(await tracing.span("x", {}, parent, async () => 7), 7);
  await tracing.stop();
});

test("a collector that is away holds up nobody", async () => {
  const tracing = await startTracing({ otlpEndpoint: "http://127.0.0.1:1", url });
  assert.equal(await tracing.span("x", {}, null, async () => 7), 7);
  await tracing.stop();
});

test("a traceparent is read as W3C writes it, and anything else is none", () => {
  assert.deepEqual(parseTraceparent(parent), {
    traceId: "0af7651916cd43dd8448eb211c80319c",
    spanId: "b7ad6b7169203331",
    traceFlags: 1,
  });
  for (const wrong of [
    "",
    parent.toUpperCase(),
    parent.replace("00-", "ff-"),
    `${parent}-more`,
    `00-${"0".repeat(32)}-b7ad6b7169203331-01`,
    `00-0af7651916cd43dd8448eb211c80319c-${"0".repeat(16)}-01`,
    `${parent}\n`,
  ]) {
    assert.equal(parseTraceparent(wrong), null, wrong);
  }
  assert.notEqual(parseTraceparent(`${parent.replace("00-", "01-")}-more`), null);
  fc.assert(fc.property(fc.string(), (text) => parseTraceparent(text) === null));
});
