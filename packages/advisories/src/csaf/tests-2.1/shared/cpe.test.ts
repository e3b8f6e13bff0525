import assert from "node:assert/strict";
import { test } from "node:test";
import { hasWildcard, isSet, parseCpe, unescaped } from "./cpe.ts";

const said = (text: string) => Object.fromEntries([...(parseCpe(text) ?? [])].filter(([, value]) => isSet(value)));

test("reads formatted strings of CPE 2.3, escapes kept", () => {
  assert.deepEqual(said("cpe:2.3:a:beacon\\:works:lamp:1.1:-:*:*:*:*:x64:*"), {
    part: "a",
    product: "lamp",
    target_hw: "x64",
    vendor: "beacon\\:works",
    version: "1.1",
  });
});

test("reads URIs of CPE 2.2, with the attributes that are packed into the edition", () => {
  assert.deepEqual(said("cpe:/a:beacon:lamp:1.1%02:sp1:~~pro~linux~x64~:en"), {
    language: "en",
    part: "a",
    product: "lamp",
    sw_edition: "pro",
    target_hw: "x64",
    target_sw: "linux",
    update: "sp1",
    vendor: "beacon",
    version: "1.1*",
  });
  assert.equal(parseCpe("cpe:/a:beacon%21")?.get("vendor"), "beacon\\!");
});

test("takes nothing else for a CPE", () => {
  for (const text of ["", "lamp", "cpe:", "cpe:2.2:a:b"]) assert.equal(parseCpe(text), null, text);
});

test("tells wildcards from escaped characters", () => {
  assert.ok(hasWildcard("1.*") && hasWildcard("?"));
  assert.ok(!hasWildcard("1.\\*") && !hasWildcard("\\\\\\?"));
  assert.equal(unescaped("beacon\\:works\\\\"), "beacon:works\\");
});
