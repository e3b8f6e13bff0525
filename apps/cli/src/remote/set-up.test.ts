import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { startHubProcess } from "../../../../testing/hub-process.ts";
import { totp } from "../../../../testing/totp.ts";

const main = fileURLToPath(new URL("../main.ts", import.meta.url));

const password = "violet harbour 봉화 lanterns";

/** Runs a command that asks, and answers as a person would: after each question, the app's code where it is asked for. */
async function led(args: readonly string[], answers: readonly string[], env: NodeJS.ProcessEnv) {
  const child = spawn(process.execPath, [main, "--lang", "en", ...args], { env, stdio: ["pipe", "pipe", "pipe"] });
  let output = "";
  let step = 0;
  child.stdin.on("error", () => {});
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    output += text;
    if (!text.endsWith(": ")) return;
    const uri = /otpauth:\S+/.exec(output)?.[0];
    if (uri !== undefined && text.includes("app shows")) child.stdin.write(`${totp(uri)}\n`);
    else child.stdin.write(`${answers[step++] ?? ""}\n`);
  });
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  const status = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { status, output };
}

test("a new hub is led through its set-up: organisation, administrator, authenticator app, key", async (context) => {
  const folder = mkdtempSync(join(tmpdir(), "bongsu-set-up-"));
  const environment = {
    BONGSU_LOG_LEVEL: "info",
    BONGSU_DATA_DIR: join(folder, "data"),
    XDG_CONFIG_HOME: folder,
    DATABASE_URL: "",
  };
  const hub = await startHubProcess(environment);
  context.after(async () => {
    await hub.kill("SIGTERM");
    rmSync(folder, { recursive: true, force: true });
  });
  const [code = ""] = /[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/.exec(hub.said()) ?? [];
  const env = { ...process.env, ...environment, NO_COLOR: "1" };
  const lead = (args: readonly string[], answers: readonly string[]) => led(args, answers, env);
  const { status, output } = await lead(
    ["set-up", hub.url],
    [...[code, "haneul-cert", "하늘 CERT", "Haneul CERT", "", "", "Yun Haneul", "yun@haneul.example", password]],
  );
  assert.equal(status, 0, output);
  assert.doesNotMatch(output, /violet harbour/);
  assert.equal((output.match(/^ {2}[a-z0-9]{4,}-?[a-z0-9-]*$/gim) ?? []).length >= 10, true, output);
  const asked = spawn(process.execPath, [main, "hub", "people", "me", "--json"], {
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let me = "";
  asked.stdout.setEncoding("utf8").on("data", (text: string) => {
    me += text;
  });
  await new Promise((resolve) => asked.on("close", resolve));
  assert.deepEqual(
    (JSON.parse(me) as { roles: { organisation: string; role: string }[] }).roles.map(({ organisation, role }) => [
      organisation,
      role,
    ]),
    [["haneul-cert", "organisation-administrator"]],
  );

  const invite = [
    "hub",
    "accounts",
    "invite-person",
    "haneul-cert",
    "--email",
    "han@haneul.example",
    "--role",
    "analyst",
  ];
  const invited = await lead([...invite, "--language", "en"], []);
  assert.equal(invited.status, 0, invited.output);
  let link = "";
  while (link === "") {
    await new Promise((resolve) => setTimeout(resolve, 200));
    link = /http:\/\/localhost:\d+\/invitation#[\w-]+/.exec(hub.said())?.[0] ?? "";
  }
  const accepted = await lead(["accept", link], ["Han Sol", `${password} too`]);
  assert.equal(accepted.status, 0, accepted.output);
  assert.match(accepted.output, /You are in Haneul CERT now \(Analyst\)/);
  const again = await lead(["accept", link], []);
  assert.match(again.output, /accounts\.link-invalid/);
});
