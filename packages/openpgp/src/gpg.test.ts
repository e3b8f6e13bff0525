import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { readPublicKeys } from "./index.ts";
import { Gpg, skipWithoutGpg } from "./testing/gpg.ts";
import { bytes, holds, outcome } from "./testing/hold.ts";
import { scenarios } from "./testing/scenarios.ts";

test("what this machine's GnuPG makes is judged as the fixtures are", { skip: skipWithoutGpg }, async () => {
  using gpg = new Gpg();
  for (const scenario of scenarios(gpg)) await holds(scenario);
});

test("GnuPG's binary and armored forms are read alike, as is a ring of many keys", {
  skip: skipWithoutGpg,
}, async () => {
  using gpg = new Gpg();
  const names = ["하나 <one@example.kr>", "two", "three"];
  const [first = "", second = ""] = names.map((name) => gpg.make(name, "ed25519", "sign"));
  gpg.addSubkey(first, "cv25519", "encr", { expires: "1y" });
  const [binary, armored] = [gpg.export(), bytes(gpg.exportArmored())];
  const keys = await readPublicKeys(binary);
  assert.deepEqual(await readPublicKeys(armored), keys);
  assert.deepEqual(keys.flatMap(({ userIds }) => userIds).sort(), [...names].sort());
  assert.equal(keys.find(({ fingerprint }) => fingerprint === first)?.keyIds.length, 2);
  const signature = gpg.sign("text", [second]);
  const later = new Date("2100-01-01T00:00:00Z");
  assert.equal(await outcome(bytes("text"), signature, armored, later), "good");
  const separately = bytes(names.map((name) => gpg.exportArmored(name)).join("Next key:\r\n"));
  assert.deepEqual((await readPublicKeys(separately)).length, 3);
});

test("a secret key is refused, and nothing is kept of it", { skip: skipWithoutGpg }, async () => {
  using gpg = new Gpg();
  const key = gpg.make("secret", "ed25519", "sign");
  for (const more of [[], ["--armor"]]) {
    const secret = gpg.run([...more, "--export-secret-keys", key]);
    await assert.rejects(readPublicKeys(secret), { code: "openpgp.secret-key" });
  }
});

const keyrings = ["debian-archive-keyring", "debian-archive-removed-keys"].map(
  (name) => `/usr/share/keyrings/${name}.gpg`,
);
const skipWithoutKeyrings = keyrings.every((path) => existsSync(path)) ? false : "Debian's keyrings are not here";

test("Debian's keys are read as GnuPG reads them", { skip: skipWithoutGpg || skipWithoutKeyrings }, async () => {
  using gpg = new Gpg();
  for (const path of keyrings) {
    const listed = gpg.run(["--with-colons", "--show-keys", path]).toString();
    const theirs = [...listed.matchAll(/^pub:(?:[^:]*:){4}(\d+):(\d*):.*\n(?:rvk:.*\n)*fpr:+([0-9A-F]+):/gm)].map(
      ([, created, expires, fingerprint]) => ({ fingerprint, created, expires }),
    );
    const keys = await readPublicKeys(readFileSync(path));
    assert.equal(keys.length, theirs.length);
    for (const { fingerprint, created, expires, signs } of keys) {
      const their = theirs.find((one) => one.fingerprint === fingerprint);
      assert.equal(String(created.getTime() / 1000), their?.created, fingerprint);
      // What DSA and short RSA said of themselves is not believed, their expiry neither.
      if (signs) assert.equal(expires === null ? "" : String(expires.getTime() / 1000), their?.expires, fingerprint);
    }
    assert.ok(keys.some(({ signs }) => signs));
  }
});
