import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { promisify } from "node:util";
import { newSecret, signedHeaders } from "./signing.ts";

const page = readFileSync(new URL("../../../../docs/webhooks.md", import.meta.url), "utf8");

/** The first program in that language on the page. */
const program = (language: string): string =>
  new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, "ms").exec(page)?.[1] ?? assert.fail(`no ${language} on the page`);

const body = JSON.stringify({ type: "alert.test", text: "봉수 “시험”" });

/** A message as it is, after its secret was replaced, and three that are to be refused. */
function messages() {
  const [secret, other] = [newSecret(), newSecret()];
  const now = new Date();
  const good = signedHeaders("019c", now, body, [secret]);
  return [
    { secret, headers: good, body, wanted: true },
    { secret, headers: signedHeaders("019c", now, body, [other, secret]), body, wanted: true },
    { secret: other, headers: good, body, wanted: false },
    { secret, headers: good, body: `${body} `, wanted: false },
    { secret, headers: signedHeaders("019c", new Date(now.getTime() - 600_000), body, [secret]), body, wanted: false },
  ];
}

test("the page's program for Node.js verifies what the hub signs, and nothing else", async () => {
  const module = `data:text/javascript,${encodeURIComponent(program("js"))}`;
  const { verify } = (await import(module)) as { verify(secret: string, headers: object, body: string): boolean };
  for (const { secret, headers, body: given, wanted } of messages())
    assert.equal(verify(secret, headers, given), wanted);
});

const run = promisify(execFile);

const python = await run("python3", ["-c", "import sys; assert sys.version_info >= (3, 9)"]).then(
  () => false as const,
  () => "no Python 3.9",
);

test("so does the one for Python", { skip: python }, async () => {
  const asked = messages();
  const call = `${program("python")}
import json, sys
print(json.dumps([verify(m["secret"], m["headers"], m["body"].encode()) for m in json.loads(sys.argv[1])]))`;
  const { stdout } = await run("python3", ["-c", call, JSON.stringify(asked)]);
  assert.deepEqual(
    JSON.parse(stdout),
    asked.map(({ wanted }) => wanted),
  );
});
