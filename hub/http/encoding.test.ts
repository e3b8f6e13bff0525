import assert from "node:assert/strict";
import { test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { Hono } from "hono";
import { encodingFor } from "./encoding.ts";
import type { Entry } from "./face.ts";
import { perLanguage, served } from "./served.ts";

test("the coding that a client wants most is taken, and none that it refuses", () => {
  const wanted: [string | null, string | null][] = [
    [null, null],
    ["", null],
    ["gzip, deflate, br, zstd", "br"],
    ["gzip;q=1.0, br;q=0.5", "gzip"],
    ["GZIP", "gzip"],
    ["br;q=0, gzip", "gzip"],
    ["br;q=0, gzip;q=0", null],
    ["*", "br"],
    ["*;q=0", null],
    ["identity, *;q=0", null],
    ["identity;q=1, gzip;q=0.5", null],
    ["identity;q=0.5, gzip", "gzip"],
    ["br;q=much, gzip;q=", null],
    ["deflate, zstd", null],
  ];
  for (const [accepted, encoding] of wanted) assert.equal(encodingFor(accepted), encoding, String(accepted));
  assert.equal(encodingFor("br, gzip", ["gzip"]), "gzip");
});

const long = { en: "All is well. ".repeat(200), ko: "아무 일도 없습니다. ".repeat(200) };

function site() {
  let made = 0;
  const page = perLanguage("text/plain", (language) => {
    made += 1;
    return long[language];
  });
  const app = new Hono<Entry>();
  app.get("/", (c) => served(c, page(c.req.query("lang") === "ko" ? "ko" : "en")));
  const get = async (accepted: string | null, known: string | null = null, lang = "en") => {
    const response = await app.request(`/?lang=${lang}`, {
      headers: {
        ...(accepted === null ? {} : { "accept-encoding": accepted }),
        ...(known === null ? {} : { "if-none-match": known }),
      },
    });
    const { status, headers } = response;
    const header = (name: string) => headers.get(name);
    return { status, header, bytes: Buffer.from(await response.arrayBuffer()) };
  };
  return { get, made: () => made };
}

test("a page goes out packed to whoever takes it packed, and says the same in each coding and language", async () => {
  const { get, made } = site();
  const [plain, zipped, brotli] = [await get(null), await get("gzip"), await get("gzip, br")];
  assert.deepEqual(
    [plain, zipped, brotli].map(({ header }) => header("content-encoding")),
    [null, "gzip", "br"],
  );
  assert.equal(plain.bytes.toString(), long.en);
  assert.equal(gunzipSync(zipped.bytes).toString(), long.en);
  assert.equal(brotliDecompressSync(brotli.bytes).toString(), long.en);
  assert.ok(zipped.bytes.length < plain.bytes.length / 10);
  assert.equal(brotliDecompressSync((await get("br", null, "ko")).bytes).toString(), long.ko);
  for (const { header } of [plain, zipped, brotli]) assert.match(header("vary") ?? "", /accept-encoding/);
  assert.equal(made(), 2);
});

test("each coding has an entity tag of its own, by which it is not sent again", async () => {
  const { get } = site();
  const tags: string[] = [];
  for (const accepted of [null, "gzip", "br"]) {
    const tag = (await get(accepted)).header("etag") ?? "";
    assert.match(tag, /^"[\w-]+"$/);
    const again = await get(accepted, tag);
    assert.deepEqual([again.status, again.bytes.length, again.header("etag")], [304, 0, tag]);
    tags.push(tag);
  }
  assert.equal(new Set(tags).size, 3);
  assert.equal((await get("gzip", tags[2])).status, 200);
});
