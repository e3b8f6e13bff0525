import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { inspect } from "node:util";
import { BongsuError } from "@bongsu/base";
import { describeConfig, readConfig } from "./config.ts";

/** The message of the problem that this environment has. */
function faultOf(environment: NodeJS.ProcessEnv): string {
  try {
    readConfig(environment);
  } catch (error) {
    assert.ok(error instanceof BongsuError);
    assert.equal(error.code, "config.invalid");
    return error.message;
  }
  return "none";
}

test("an empty environment is a hub for this machine alone", () => {
  const config = readConfig({});
  assert.equal(config.url, "http://localhost:8400");
  assert.deepEqual([config.host, config.port], ["127.0.0.1", 8400]);
  assert.deepEqual(
    [config.databaseUrl, config.secretKey, config.smtpUrl, config.otlpEndpoint],
    [null, null, null, null],
  );
  assert.deepEqual([config.trustedProxies, config.allowPrivateAddresses, config.secretKeysOld], [[], [], []]);
  assert.deepEqual([config.maxBody, config.auditRetentionDays], [104_857_600, 0]);
});

test("a variable that is set but empty counts as not set", () => {
  assert.equal(readConfig({ BONGSU_URL: "", BONGSU_PORT: "", BONGSU_TRUSTED_PROXIES: "" }).port, 8400);
});

test("the public address is an origin, over TLS unless it is this machine", () => {
  assert.equal(readConfig({ BONGSU_URL: "https://hub.example.kr/" }).url, "https://hub.example.kr");
  assert.equal(readConfig({ BONGSU_URL: "https://hub.example.kr:443" }).url, "https://hub.example.kr");
  assert.equal(readConfig({ BONGSU_URL: "http://127.0.0.1:9000" }).url, "http://127.0.0.1:9000");
  for (const wrong of [
    "http://hub.example.kr",
    "https://hub.example.kr/path",
    "https://hub.example.kr/?a=b",
    "https://user:pass@hub.example.kr",
    "ftp://localhost",
    "http://localhost.example.kr",
    "hub.example.kr",
  ]) {
    assert.match(faultOf({ BONGSU_URL: wrong }), /BONGSU_URL/, wrong);
  }
});

test("a key is 32 bytes, in hexadecimal or Base64", () => {
  const bytes = randomBytes(32);
  for (const written of [bytes.toString("hex"), bytes.toString("base64"), bytes.toString("base64url")]) {
    assert.deepEqual(readConfig({ BONGSU_SECRET_KEY: written }).secretKey?.export(), bytes);
  }
  const old = [randomBytes(32), randomBytes(32)];
  const { secretKeysOld } = readConfig({
    BONGSU_SECRET_KEYS_OLD: old.map((one) => one.toString("base64")).join(" , "),
  });
  assert.deepEqual(
    secretKeysOld.map((one) => one.export()),
    old,
  );
  for (const wrong of [randomBytes(31), randomBytes(33), Buffer.alloc(0)]) {
    assert.match(faultOf({ BONGSU_SECRET_KEY: wrong.toString("base64") || "x" }), /BONGSU_SECRET_KEY/);
  }
});

test("no secret is shown: not in messages, not in the list, not where the whole is printed by mistake", () => {
  const key = randomBytes(32).toString("base64");
  const short = randomBytes(20).toString("hex");
  assert.ok(!faultOf({ BONGSU_SECRET_KEY: short }).includes(short));
  assert.ok(!faultOf({ BONGSU_SECRET_KEYS_OLD: `${key},${short}` }).includes(short));
  assert.ok(!faultOf({ BONGSU_SMTP_URL: "http://user:hunter2@mail" }).includes("hunter2"));
  const environment = {
    DATABASE_URL: "postgres://hub:hunter2@db.example/bongsu",
    BONGSU_SECRET_KEY: key,
    BONGSU_SECRET_KEYS_OLD: key,
    BONGSU_SMTP_URL: "smtps://hub:hunter2@mail.example",
    BONGSU_OIDC_ISSUER: "https://id.example",
    BONGSU_OIDC_CLIENT_ID: "bongsu",
    BONGSU_OIDC_CLIENT_SECRET: "hunter2",
    BONGSU_OTLP_ENDPOINT: "https://traces.example/v1/traces?token=hunter2",
  };
  const config = readConfig(environment);
  const lines = describeConfig(config, environment);
  const page = JSON.stringify(lines);
  assert.ok(!page.includes("hunter2") && !page.includes(key));
  assert.match(page, /smtps:\/\/hub:••••@mail\.example/);
  assert.ok(lines.filter(({ fromEnvironment }) => fromEnvironment).length === 8);
  const bytes = Buffer.from(key, "base64");
  const dump = inspect([config.secretKey, config.secretKeysOld], { depth: 9 }) + JSON.stringify(config.secretKey);
  assert.ok(!dump.includes(key) && !dump.includes(bytes.toString("hex").slice(0, 8)));
});

test("a secret may stand in a file, but not in both places", () => {
  const folder = mkdtempSync(join(tmpdir(), "bongsu-config-"));
  try {
    const file = join(folder, "key");
    const bytes = randomBytes(32);
    writeFileSync(file, `${bytes.toString("base64")}\n`);
    const environment = { BONGSU_SECRET_KEY_FILE: file };
    const config = readConfig(environment);
    assert.deepEqual(config.secretKey?.export(), bytes);
    const line = describeConfig(config, environment).find(({ variable }) => variable === "BONGSU_SECRET_KEY");
    assert.deepEqual(line, { variable: "BONGSU_SECRET_KEY", value: "••••", fromEnvironment: true });
    assert.match(faultOf({ ...environment, BONGSU_SECRET_KEY: "00".repeat(32) }), /set as well/);
    assert.match(faultOf({ BONGSU_SECRET_KEY_FILE: join(folder, "missing") }), /BONGSU_SECRET_KEY_FILE.*ENOENT/);
    // Only secrets are read from files.
    assert.equal(readConfig({ BONGSU_PORT_FILE: file }).port, 8400);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("ranges and hosts are lists; what is neither is named", () => {
  const config = readConfig({
    BONGSU_TRUSTED_PROXIES: "10.0.0.0/8, ::1,192.0.2.7",
    BONGSU_ALLOW_PRIVATE_ADDRESSES: "MISP.internal, 10.1.0.0/16,fd00::/8",
  });
  assert.deepEqual(config.trustedProxies, ["10.0.0.0/8", "::1", "192.0.2.7"]);
  assert.deepEqual(config.allowPrivateAddresses, ["misp.internal", "10.1.0.0/16", "fd00::/8"]);
  for (const wrong of ["10.0.0.0/33", "10.0.0", "0x7f.1", "proxy.example", "10.0.0.0/8;::1"]) {
    assert.match(faultOf({ BONGSU_TRUSTED_PROXIES: wrong }), /BONGSU_TRUSTED_PROXIES/, wrong);
  }
  for (const wrong of ["http://misp", "a b", "1.2.3", "*.internal", "-x"]) {
    assert.match(faultOf({ BONGSU_ALLOW_PRIVATE_ADDRESSES: wrong }), /BONGSU_ALLOW_PRIVATE_ADDRESSES/, wrong);
  }
});

test("single sign-on is set whole or not at all", () => {
  const whole = {
    BONGSU_OIDC_ISSUER: "https://id.example/realm",
    BONGSU_OIDC_CLIENT_ID: "bongsu",
    BONGSU_OIDC_CLIENT_SECRET: "secret",
  };
  assert.equal(readConfig(whole).oidcIssuer, "https://id.example/realm");
  assert.match(faultOf({ ...whole, BONGSU_OIDC_CLIENT_SECRET: "" }), /BONGSU_OIDC_CLIENT_SECRET/);
  assert.match(faultOf({ BONGSU_OIDC_CLIENT_ID: "bongsu" }), /BONGSU_OIDC_ISSUER/);
  assert.match(faultOf({ ...whole, BONGSU_OIDC_ISSUER: "http://id.example" }), /https/);
});

test("a mailbox is one line", () => {
  assert.equal(
    readConfig({ BONGSU_MAIL_FROM: "봉수 <alerts@hub.example.kr>" }).mailFrom,
    "봉수 <alerts@hub.example.kr>",
  );
  for (const wrong of ["alerts", "a@b\nBcc: c@d", "a@b, c@d", "x <a@b> <c@d>"]) {
    assert.match(faultOf({ BONGSU_MAIL_FROM: wrong }), /BONGSU_MAIL_FROM/, wrong);
  }
});
