import assert from "node:assert/strict";
import { test } from "node:test";
import * as all from "@bongsu/contracts";
import { type Contract, contract, contractsIn, member } from "@bongsu/contracts";
import { Hono } from "hono";
import { z } from "zod";
import * as notes from "../../../testing/notes.ts";
import { problemTexts } from "../../problem-texts.ts";
import type { Entry } from "../face.ts";
import { addReference } from "./add.ts";
import { clientExample, curlExample, exampleInput } from "./examples.ts";
import { referencePage } from "./page.ts";

const contracts: Contract[] = [...contractsIn(all), ...contractsIn(notes)];
const facts = { url: "https://hub.example.org", version: "1.2.3", problems: problemTexts };
const pages = {
  en: referencePage(contracts, { ...facts, language: "en" }),
  ko: referencePage(contracts, { ...facts, language: "ko" }),
};

const attributes = (page: string, name: string): string[] =>
  [...page.matchAll(new RegExp(` ${name}="([^"]*)"`, "g"))].map(([, value = ""]) => value);

test("every operation is there in both languages, and every link on the page leads somewhere", () => {
  for (const [language, page] of Object.entries(pages)) {
    const ids = attributes(page, "id");
    assert.equal(new Set(ids).size, ids.length, "an id stands twice");
    for (const { name, summary } of contracts) {
      assert.ok(ids.includes(name), name);
      assert.ok(page.includes(summary[language as "en" | "ko"].replaceAll("'", "&#39;")), `${name} ${language}`);
    }
    for (const link of attributes(page, "href").filter((one) => one.startsWith("#")))
      assert.ok(ids.includes(link.slice(1)), link);
  }
});

test("nothing on the page is script or style, and nothing comes from elsewhere", () => {
  for (const page of Object.values(pages)) {
    assert.doesNotMatch(page, /<script|<style| style=| on\w+="|javascript:/i);
    for (const link of [...attributes(page, "href"), ...attributes(page, "src")]) assert.match(link, /^[#?]|^\/api\//);
  }
});

test("elements are closed in the order in which they were opened", () => {
  const empty = new Set(["meta", "link", "br", "wbr", "!doctype"]);
  for (const page of Object.values(pages)) {
    const open: string[] = [];
    for (const [, slash, name = "", itself] of page.matchAll(/<(\/?)([a-z!][a-z0-9]*)[^>]*?(\/?)>/gi)) {
      if (empty.has(name.toLowerCase()) || itself === "/") continue;
      if (slash === "/") assert.equal(open.pop(), name);
      else open.push(name);
    }
    assert.deepEqual(open, []);
  }
});

test("what a contract says is text and never markup", () => {
  const hostile = `<img src=x onerror=alert(1)>"'&`;
  const page = referencePage(
    [
      contract({
        name: "notes.hostile",
        method: "GET",
        path: "/hostile",
        summary: { en: hostile, ko: hostile },
        who: [member],
        input: z.object({ [hostile]: z.enum([hostile]).default(hostile) }),
        output: z.object({ [hostile]: z.literal(hostile) }),
        errors: ["notes.<b>"],
      }),
    ],
    {
      ...facts,
      url: `https://x/'"<b>`,
      language: "en",
      problems: { "notes.<b>": { message: { en: hostile, ko: "" }, fix: { en: "", ko: "" } } },
    },
  );
  assert.doesNotMatch(page, /<img|<b>[^A-Z]|"'&[^#a-z]/);
  assert.match(page, /&lt;img src=x onerror=alert\(1\)&gt;&quot;&#39;&amp;/);
});

test("what the examples give is what the contracts take", () => {
  for (const one of contracts) {
    const given = exampleInput(one).map(({ field, value }) => [
      field.name,
      field.travels === "bytes" ? new Uint8Array() : value,
    ]);
    const { error } = one.input.safeParse(Object.fromEntries(given));
    assert.equal(error, undefined, `${one.name}: ${error?.message}`);
  }
});

test("examples are complete commands and calls", () => {
  assert.equal(
    curlExample(notes.addNote, "https://hub.example.org"),
    [
      "curl -X POST 'https://hub.example.org/api/v1/organisations/haneul-city/notes' \\",
      '  -H "Authorization: Bearer $BONGSU_KEY" \\',
      '  -H "Idempotency-Key: $(uuidgen)" \\',
      "  -H 'Content-Type: application/json' \\",
      `  -d '{"title":"Sign-ins from an unknown network","due":"2026-11-20T09:00:00Z"}'`,
    ].join("\n"),
  );
  assert.equal(
    clientExample(notes.importNotes),
    'const answer = await hub.notes.importNotes({ organisation: "haneul-city", document: bytes });',
  );
  for (const one of contracts)
    assert.doesNotThrow(() => new Function(`return async (hub, bytes) => { ${clientExample(one)} }`), one.name);
});

test("it is served with its style sheet in the reader's language, and not again to whom has it", async () => {
  const app = new Hono<Entry>();
  addReference(app, contracts, facts);
  const korean = await app.request("/api", { headers: { "accept-language": "ko" } });
  assert.match(await korean.text(), /<html lang="ko">/);
  assert.match(
    await (await app.request("/api?lang=en", { headers: { "accept-language": "ko" } })).text(),
    /<html lang="en">/,
  );
  const etag = korean.headers.get("etag") ?? "";
  const again = await app.request("/api", { headers: { "accept-language": "ko", "if-none-match": etag } });
  assert.equal(again.status, 304);
  const style = await app.request("/api/reference.css");
  assert.match(style.headers.get("content-type") ?? "", /^text\/css/);
  assert.doesNotMatch(await style.text(), /@import|url\(/);
});
