import assert from "node:assert/strict";
import { once } from "node:events";
import type { RequestListener } from "node:http";
import { createServer } from "node:net";
import { type TestContext, test } from "node:test";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { BongsuError } from "@bongsu/base";
import { testCertificate } from "../../../testing/certificate.ts";
import { guardOf } from "./guard.ts";
import { startServer } from "./testing/servers.ts";

/** A guard that may reach this machine's 127.0.0.0/8, and finds every `*.example.test` there. */
function guardFor(context: TestContext, resolve: (host: string) => readonly string[] = () => ["127.0.0.1"]) {
  const guard = guardOf({ allow: ["127.0.0.0/8"], resolve: async (host) => resolve(host), ca: testCertificate.cert });
  context.after(() => guard.close());
  return guard.fetch;
}

/** The code with which the work ends. */
async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    assert.ok(error instanceof BongsuError, String(error));
    return error.code;
  }
  return "none";
}

const redirect =
  (location: string, status = 302): RequestListener =>
  (_, response) =>
    response.writeHead(status, { location }).end();

test("an answer comes whole, over TLS, with its address and headers", async (context) => {
  const server = await startServer(
    context,
    (request, response) => {
      response.writeHead(200, { "content-type": "text/plain", "set-cookie": ["a=1", "b=2"], etag: '"x"' });
      response.end(`${request.method} ${request.headers.accept}`);
    },
    { tls: true },
  );
  const fetch = guardFor(context);
  const url = `https://feeds.example.test:${server.port}/all.json?x=1`;
  const answer = await fetch(`${url}#part`, { headers: { accept: "application/json", host: "other.example" } });
  assert.deepEqual([answer.status, answer.url, answer.headers.get("etag")], [200, url, '"x"']);
  assert.deepEqual(answer.headers.getSetCookie(), ["a=1", "b=2"]);
  assert.equal(await answer.text(), "GET application/json");
});

test("a body is sent; failures of the asked are answers, not errors", async (context) => {
  const server = await startServer(context, async (request, response) => {
    const [chunk] = await once(request, "data");
    response.writeHead(422).end(`${request.method} ${request.headers["x-signature"]} ${chunk}`);
  });
  const answer = await guardFor(context)(`http://hook.example.test:${server.port}/`, {
    method: "post",
    headers: { "x-signature": "s" },
    body: "payload",
    http: true,
  });
  assert.deepEqual([answer.status, await answer.text()], [422, "POST s payload"]);
});

test("nothing inside is reached, by whatever name, and nobody knocks there", async (context) => {
  const server = await startServer(context, (_, response) => response.end("secret"));
  const guard = guardOf({
    allow: [],
    resolve: async (host) =>
      host === "both.example" ? ["8.8.8.8", "127.0.0.1"] : host === "none.example" ? [] : ["127.0.0.1"],
  });
  context.after(() => guard.close());
  for (const host of [
    "inside.example",
    "both.example",
    "none.example",
    "127.0.0.1",
    "2130706433",
    "[::ffff:127.0.0.1]",
    "localhost",
  ]) {
    const code = await codeOf(guard.fetch(`http://${host}:${server.port}/`, { http: true }));
    assert.equal(code, "net.address-forbidden", host);
  }
  assert.deepEqual(server.asked, []);
});

test("a name that is not there reads like one that is inside", async (context) => {
  const guard = guardOf({
    allow: [],
    resolve: async (host) => {
      if (host === "db.corp") return ["10.0.0.5"];
      throw Object.assign(new Error("getaddrinfo ENOTFOUND"), { code: "ENOTFOUND" });
    },
  });
  context.after(() => guard.close());
  const messageOf = (host: string) =>
    guard.fetch(`https://${host}/`).then(
      () => "none",
      (error: Error) => error.message.replaceAll(host, "…"),
    );
  assert.equal(await messageOf("db.corp"), await messageOf("no.corp"));
  assert.doesNotMatch(await messageOf("db.corp"), /10\.0\.0\.5/);
});

test("a name that changes its address gains nothing", async (context) => {
  const close: RequestListener = (_, response) => response.writeHead(200, { connection: "close" }).end("open");
  const open = await startServer(context, close, { address: "127.0.0.2" });
  const secret = await startServer(context, close, { address: "127.0.0.1", port: open.port });
  let asked = 0;
  const guard = guardOf({
    allow: ["127.0.0.2"],
    resolve: async () => {
      asked += 1;
      return [asked % 2 === 1 ? "127.0.0.2" : "127.0.0.1"];
    },
  });
  context.after(() => guard.close());
  const url = `http://rebinding.example.test:${open.port}/`;
  const answer = await guard.fetch(url, { http: true });
  // What was checked is what was connected to: the name was asked for once.
  assert.deepEqual([await answer.text(), asked], ["open", 1]);
  assert.equal(await codeOf(guard.fetch(url, { http: true })), "net.address-forbidden");
  assert.deepEqual([open.asked.length, secret.asked.length], [1, 0]);
});

test("redirects are followed and each is checked as the first", async (context) => {
  const end = await startServer(context, (request, response) => response.end(`at ${request.url}`));
  const start = await startServer(context, (request, response) => {
    const targets: Record<string, string> = {
      "/relative": "/there?x=1",
      "/there?x=1": `http://end.example.test:${end.port}/end`,
      "/metadata": "http://169.254.169.254/latest/meta-data/",
      "/name": `http://inside.corp:${end.port}/`,
      "/file": "file:///etc/passwd",
      "/port": "http://end.example.test:22/",
      "/password": `http://user:pass@end.example.test:${end.port}/`,
      "/bad": "http://[",
      "/circle": "/circle",
    };
    response.writeHead(302, { location: targets[request.url ?? ""] ?? "/" }).end("ignored");
  });
  const fetch = guardFor(context, (host) => (host === "inside.corp" ? ["10.0.0.1"] : ["127.0.0.1"]));
  const from = (path: string) => fetch(`http://start.example.test:${start.port}${path}`, { http: true });
  const answer = await from("/relative");
  assert.equal(await answer.text(), "at /end");
  assert.equal(answer.url, `http://end.example.test:${end.port}/end`);
  assert.equal(await codeOf(from("/metadata")), "net.address-forbidden");
  assert.equal(await codeOf(from("/name")), "net.address-forbidden");
  assert.equal(await codeOf(from("/file")), "net.bad-url");
  assert.equal(await codeOf(from("/port")), "net.port-forbidden");
  assert.equal(await codeOf(from("/password")), "net.bad-url");
  assert.equal(await codeOf(from("/bad")), "net.bad-answer");
  const before = start.asked.length;
  assert.equal(await codeOf(from("/circle")), "net.too-many-redirects");
  assert.equal(start.asked.length - before, 6);
});

test("encryption is not left on the way", async (context) => {
  const plain = await startServer(context, (_, response) => response.end("plain"));
  const safe = await startServer(context, redirect(`http://plain.example.test:${plain.port}/`), { tls: true });
  const fetch = guardFor(context);
  const url = `https://feeds.example.test:${safe.port}/`;
  assert.equal(await codeOf(fetch(url, { http: true })), "net.redirect-forbidden");
  assert.deepEqual(plain.asked, []);
  assert.equal(await codeOf(fetch(`http://plain.example.test:${plain.port}/`)), "net.not-encrypted");
});

test("what was meant for one host is not told to another", async (context) => {
  const heard: Record<string, unknown>[] = [];
  const other = await startServer(context, (request, response) => {
    heard.push(request.headers);
    response.end();
  });
  const first = await startServer(context, (request, response) => {
    if (request.url === "/same") return void response.writeHead(302, { location: "/next" }).end();
    if (request.url === "/next") heard.push(request.headers);
    const location = `http://other.example.test:${other.port}/`;
    response.writeHead(request.url === "/307" ? 307 : 302, { location }).end();
  });
  const fetch = guardFor(context);
  const headers = { authorization: "Bearer k", cookie: "s=1", "x-api-key": "k", accept: "text/csv" };
  await fetch(`http://first.example.test:${first.port}/same`, { http: true, headers });
  const [same = {}, elsewhere = {}] = heard;
  assert.deepEqual([same.authorization, same.cookie, same["x-api-key"]], ["Bearer k", "s=1", "k"]);
  assert.deepEqual(
    [elsewhere.authorization, elsewhere.cookie, elsewhere["x-api-key"]],
    [undefined, undefined, undefined],
  );
  assert.equal(elsewhere.accept, "text/csv");
  const post = { http: true, method: "POST", body: "client_secret=x" };
  assert.equal(await codeOf(fetch(`http://first.example.test:${first.port}/307`, post)), "net.redirect-forbidden");
  assert.equal(heard.length, 2);
});

test("a POST that is redirected to a page becomes a GET; 307 on the same host repeats it", async (context) => {
  const seen: string[] = [];
  const server = await startServer(context, async (request, response) => {
    const chunks = await request.toArray();
    seen.push(`${request.method} ${request.url} ${Buffer.concat(chunks)} ${request.headers["content-type"]}`);
    if (request.url === "/see") return void response.writeHead(303, { location: "/end" }).end();
    if (request.url === "/again") return void response.writeHead(307, { location: "/end" }).end();
    response.end();
  });
  const fetch = guardFor(context);
  for (const path of ["/see", "/again"]) {
    await fetch(`http://a.example.test:${server.port}${path}`, {
      http: true,
      method: "POST",
      body: "x",
      headers: { "content-type": "text/plain" },
    });
  }
  assert.deepEqual(seen, [
    "POST /see x text/plain",
    "GET /end  undefined",
    "POST /again x text/plain",
    "POST /end x text/plain",
  ]);
});

test("packed answers are unpacked, within the limits", async (context) => {
  const zeros = Buffer.alloc(20 * 2 ** 20);
  const bodies: Record<string, [string, Buffer]> = {
    "/gzip": ["gzip", gzipSync("hello")],
    "/br": ["BR", brotliCompressSync("hello")],
    "/bomb": ["gzip", gzipSync(zeros)],
    "/br-bomb": ["br", brotliCompressSync(zeros)],
    "/cut": ["gzip", gzipSync(Buffer.from("hello".repeat(1000))).subarray(0, 20)],
    "/not": ["br", Buffer.from("this is not packed at all")],
    "/unknown": ["zstd", Buffer.from("hello")],
    "/twice": ["gzip, gzip", gzipSync(gzipSync("hello"))],
  };
  const server = await startServer(context, (request, response) => {
    const [encoding, body] = bodies[request.url ?? ""] ?? ["", Buffer.alloc(0)];
    response.writeHead(200, { "content-encoding": encoding }).end(body);
  });
  const fetch = guardFor(context);
  const read = async (path: string, limits = {}) =>
    (await fetch(`http://a.example.test:${server.port}${path}`, { http: true, limits })).text();
  assert.deepEqual([await read("/gzip"), await read("/br")], ["hello", "hello"]);
  assert.equal(await codeOf(read("/bomb")), "net.too-large");
  assert.equal(await codeOf(read("/br-bomb")), "net.too-large");
  assert.equal(await codeOf(read("/bomb", { ratio: 1e9, bytes: 2 ** 20 })), "net.too-large");
  assert.equal((await read("/bomb", { ratio: 1e9 })).length, zeros.length);
  for (const path of ["/cut", "/not", "/unknown", "/twice"])
    assert.equal(await codeOf(read(path)), "net.bad-answer", path);
});

test("an endless answer ends", async (context) => {
  const server = await startServer(context, (_, response) => {
    const more = () => {
      while (!response.destroyed && response.write(Buffer.alloc(65_536)));
    };
    response.on("drain", more);
    more();
  });
  const answer = await guardFor(context)(`http://a.example.test:${server.port}/`, {
    http: true,
    limits: { bytes: 1e6 },
  });
  assert.equal(await codeOf(answer.arrayBuffer()), "net.too-large");
});

test("a silent host and a slow one take too long", async (context) => {
  const server = await startServer(context, (request, response) => {
    if (request.url === "/silent") return;
    response.write("a");
    if (request.url === "/stops") return;
    const timer = setInterval(() => response.write("a"), 20);
    response.on("close", () => clearInterval(timer));
  });
  const fetch = guardFor(context);
  const read = async (path: string, limits: object) =>
    (await fetch(`http://a.example.test:${server.port}${path}`, { http: true, limits })).text();
  assert.equal(await codeOf(read("/silent", { idle: 100 })), "net.timeout");
  assert.equal(await codeOf(read("/silent", { total: 100 })), "net.timeout");
  assert.equal(await codeOf(read("/stops", { idle: 100 })), "net.timeout");
  assert.equal(await codeOf(read("/slow", { total: 200 })), "net.timeout");
  const unresolved = guardOf({ allow: [], resolve: () => new Promise(() => {}) });
  context.after(() => unresolved.close());
  assert.equal(await codeOf(unresolved.fetch("https://a.example/", { limits: { total: 50 } })), "net.timeout");
});

test("the caller may end it, and hears his own reason", async (context) => {
  const server = await startServer(context, () => {});
  const reason = new Error("changed my mind");
  const controller = new AbortController();
  const asking = guardFor(context)(`http://a.example.test:${server.port}/`, { http: true, signal: controller.signal });
  setImmediate(() => controller.abort(reason));
  await assert.rejects(asking, (error) => error === reason);
});

test("an answer that nobody reads harms nobody", async (context) => {
  const server = await startServer(context, (_, response) => response.write("a"));
  await guardFor(context)(`http://a.example.test:${server.port}/`, { http: true, limits: { total: 50 } });
  await new Promise((resolve) => setTimeout(resolve, 150));
});

test("what is no HTTP, too much of it, or cut, is told as such", async (context) => {
  const answers: Record<string, string> = {
    "/noise": "SSH-2.0-OpenSSH_9.6\r\n",
    "/headers": `HTTP/1.1 200 OK\r\nx: ${"a".repeat(40_000)}\r\n\r\n`,
    "/status": "HTTP/1.1 999 Odd\r\ncontent-length: 0\r\n\r\n",
    "/cut": "HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nabc",
    "/odd": "HTTP/1.1 200 OK\r\nx-name: 봉수\r\ncontent-length: 2\r\n\r\nok",
  };
  const server = createServer((socket) => {
    socket.on("error", () => {});
    socket.once("data", (data) => socket.end(answers[String(data).split(" ")[1] ?? ""] ?? ""));
  });
  context.after(() => server.close());
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const fetch = guardFor(context);
  const read = async (path: string) => (await fetch(`http://a.example.test:${port}${path}`, { http: true })).text();
  assert.equal(await codeOf(read("/noise")), "net.bad-answer");
  assert.equal(await codeOf(read("/headers")), "net.bad-answer");
  assert.equal(await codeOf(read("/status")), "net.bad-answer");
  assert.equal(await codeOf(read("/nothing")), "net.unreachable");
  assert.equal(await codeOf(read("/cut")), "net.unreachable");
  assert.equal(await read("/odd"), "ok");
});

test("a certificate that nobody vouches for, or of another host, is not accepted", async (context) => {
  const server = await startServer(context, (_, response) => response.end("open"), { tls: true });
  const fetch = guardFor(context);
  assert.equal(await codeOf(fetch(`https://other.example.test:${server.port}/`)), "net.untrusted");
  const strict = guardOf({ allow: ["127.0.0.1"], resolve: async () => ["127.0.0.1"] });
  context.after(() => strict.close());
  assert.equal(await codeOf(strict.fetch(`https://feeds.example.test:${server.port}/`)), "net.untrusted");
  assert.deepEqual(server.asked, []);
});

test("a closed port does not tell that it is closed", async (context) => {
  const fetch = guardFor(context);
  const error = await fetch("https://feeds.example.test:1025/").catch((thrown: unknown) => thrown);
  assert.ok(error instanceof BongsuError);
  assert.equal(error.code, "net.unreachable");
  assert.doesNotMatch(JSON.stringify(error.problem), /127\.0\.0\.1|ECONNREFUSED/);
});
