import assert from "node:assert/strict";
import { test } from "node:test";
import { BongsuError } from "@bongsu/base";
import fc from "fast-check";
import { checkPassword } from "./passwords.ts";

const owner = { name: "김민지", email: "minji.kim@shore-energy.example" };

function refusal(password: string): string | null {
  try {
    checkPassword(password, owner);
    return null;
  } catch (error) {
    assert.ok(error instanceof BongsuError);
    return error.code;
  }
}

test("a password that is short, well known or made of its owner's name is refused", () => {
  const expected: [string, string][] = [
    ["short", "accounts.password-too-short"],
    ["eleven-char", "accounts.password-too-short"],
    ["password1234", "accounts.password-too-common"],
    ["P@ssw0rd2026!", "accounts.password-too-common"],
    ["qwertyuiop12", "accounts.password-too-common"],
    ["1q2w3e4r5t6y", "accounts.password-too-common"],
    ["aaaaaaaaaaaaaaaa", "accounts.password-too-common"],
    ["123123123123", "accounts.password-too-common"],
    ["qlalfqjsgh1234", "accounts.password-too-common"],
    ["Welcome2024!!", "accounts.password-too-common"],
    ["correcthorsebatterystaple", "accounts.password-too-common"],
    ["abcdefghijklm", "accounts.password-too-common"],
    ["minji-kim-2026", "accounts.password-too-personal"],
    ["shore-energy-11", "accounts.password-too-personal"],
    ["bongsu-minji!!", "accounts.password-too-personal"],
    ["x".repeat(129), "accounts.password-too-short"],
  ];
  for (const [password, code] of expected) assert.equal(refusal(password), code, password);
});

test("what cannot be guessed is taken, in any script, without rules about signs", () => {
  for (const password of ["grund ofen kelle", "봄바람이 불던 언덕 위에서", "tz9-Vq4k-bM2x", "velvet otter parade"]) {
    assert.equal(refusal(password), null, password);
  }
});

test("random passwords are taken, and hostile ones are answered at once", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 15, maxLength: 40 }), (bytes) => {
      const password = Buffer.from(bytes).toString("base64url");
      fc.pre(new Set(password.toLowerCase()).size > 8);
      return refusal(password) === null;
    }),
    { examples: [], numRuns: 100 },
  );
  for (const hostile of ["ab".repeat(64), `${"a".repeat(127)}b`, "\u0000".repeat(12), "😀".repeat(12)]) {
    assert.notEqual(refusal(hostile), null);
  }
});
