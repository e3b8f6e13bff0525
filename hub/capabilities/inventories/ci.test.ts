import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { newEmbedded } from "../../../testing/databases.ts";
import { cyclonedx, osv } from "../../../testing/documents.ts";
import { testHub } from "../../../testing/hub.ts";
import { readYaml, type Yaml } from "../../../testing/yaml.ts";

const page = readFileSync(new URL("../../../docs/ci.md", import.meta.url), "utf8");

const blocks = (language: string): string[] =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "gm"))].map(([, text]) => text ?? "");

/** Texts of members of this name, wherever they stand. */
function textsUnder(value: Yaml, name: string): string[] {
  if (typeof value === "string") return [];
  if (Array.isArray(value)) return value.flatMap((one) => textsUnder(one, name));
  return Object.entries(value).flatMap(([member, one]) =>
    member === name ? [one].flat().filter((text) => typeof text === "string") : textsUnder(one, name),
  );
}

const [gitHub = "", gitLab = ""] = blocks("yaml");

test("the workflows are YAML, and say what a runner looks for", () => {
  assert.equal(blocks("yaml").length, 2);
  const workflow = readYaml(gitHub) as { jobs: { sbom: { steps: object[] } }; permissions: object };
  assert.deepEqual(workflow.permissions, { contents: "read" });
  assert.equal(workflow.jobs.sbom.steps.length, 3);
  // What others choose (a branch's name) is never put into the script itself.
  assert.ok(textsUnder(workflow as unknown as Yaml, "run").every((script) => !script.includes("${{")));
  const pipeline = readYaml(gitLab) as Record<string, { stage: string; needs: string[] }>;
  assert.deepEqual([pipeline["upload-sbom"]?.stage, pipeline["upload-sbom"]?.needs], ["upload", ["make-sbom"]]);
  for (const wrong of ["a:\n\tb: c", "a: b\n  c: d", "a: [b", "a: b: c", "a: b\na: c"]) {
    assert.throws(() => readYaml(wrong), /^Error: line/, wrong);
  }
});

const hasCurl = spawnSync("curl", ["--version"]).status === 0;
const skip = hasCurl ? false : "no curl at hand";

async function world(context: TestContext) {
  const database = await newEmbedded();
  context.after(() => database.close());
  const hub = await testHub(database, context);
  const bank = await hub.organisation("bada-bank");
  const folder = mkdtempSync(join(tmpdir(), "bongsu-ci-"));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, "bom.cdx.json"), cyclonedx(["pkg:npm/lodash@4.17.20"]));
  const key = await hub.key(bank, "reporter", ["inventories:read", "inventories:write", "exposure:read"]);
  const reader = await hub.key(bank);
  const env = {
    PATH: process.env.PATH ?? "",
    BONGSU_HUB: hub.address,
    BONGSU_KEY: key,
    BONGSU_ORGANISATION: "bada-bank",
    BONGSU_ASSET: "web",
    GITHUB_SHA: "0a1b2c",
    GITHUB_REF_NAME: "feature/a&b #1",
    GITHUB_SERVER_URL: "https://github.com",
    GITHUB_REPOSITORY: "bada/web",
    GITHUB_RUN_ID: "7",
    CI_COMMIT_SHA: "3d4e5f",
    CI_COMMIT_REF_NAME: "main",
    CI_PIPELINE_URL: "https://gitlab.example/7",
    GIT_COMMIT: "6a7b8c",
    GIT_BRANCH: "origin/main",
    BUILD_URL: "https://jenkins.example/7/",
  };
  const sh = (script: string, more: Record<string, string> = {}) =>
    new Promise<{ status: number | null; text: string }>((resolve) => {
      const child = spawn("sh", ["-c", script], { cwd: folder, env: { ...env, ...more } });
      let text = "";
      for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding("utf8").on("data", (part: string) => {
          text += part;
        });
      }
      child.on("close", (status) => resolve({ status, text }));
    });
  const asset = async (name: string) =>
    (await hub.ask(`/api/v1/organisations/bada-bank/assets/${name}`, { key: reader })).body;
  return { hub, bank, folder, sh, asset };
}

test("the very commands of the page work against a hub", { skip }, async (context) => {
  const { hub, bank, folder, sh, asset } = await world(context);
  const scripts = [
    ...blocks("sh").filter((text) => text.includes("curl")),
    ...textsUnder(readYaml(gitHub), "run"),
    ...textsUnder(readYaml(gitLab), "script").filter((text) => text.includes("curl")),
  ];
  assert.equal(scripts.length, 6);
  for (const [index, script] of scripts.entries()) {
    const { status, text } = await sh(script, { BONGSU_ASSET: `web-${index}` });
    if (!script.includes("/api/v1/exposures")) {
      assert.equal(status, 0, `${script}\n${text}`);
      assert.equal((await asset(`web-${index}`)).sbom?.revision, 1, script);
    }
  }
  const build = async (index: number) => (await asset(`web-${index}`)).sbom.build;
  assert.deepEqual(await build(4), {
    commit: "0a1b2c",
    ref: "feature/a&b #1",
    pipeline: "https://github.com/bada/web/actions/runs/7",
    tool: "syft",
  });
  assert.equal((await build(5)).tool, "cdxgen");

  const gate = scripts.find((script) => script.includes("/api/v1/exposures")) ?? "";
  assert.deepEqual(await sh(gate, { BONGSU_ASSET: "web-0" }), { status: 0, text: "" });
  const analyst = await hub.key(bank);
  await hub.ask("/api/v1/organisations/bada-bank/assets/web-0", {
    method: "PATCH",
    key: analyst,
    json: { criticality: "very-high", network: "internet" },
  });
  const root = await hub.key(bank, "hub-administrator");
  const bytes = osv({
    id: "GHSA-aaaa-bbbb-cccc",
    aliases: ["CVE-2026-0001"],
    package: ["npm", "lodash"],
    events: [{ introduced: "0" }, { fixed: "4.17.21" }],
    vector: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
  });
  await hub.ask("/api/v1/advisories", { method: "POST", key: root, bytes });
  const decision = (await hub.ask("/api/v1/exposures?asset=web-0&organisation=bada-bank", { key: analyst })).body
    .items[0].decision;
  const ended = await sh(gate.replace("decision=immediate", `decision=${decision}`), { BONGSU_ASSET: "web-0" });
  assert.deepEqual([ended.status, /CVE-2026-0001/.test(ended.text)], [1, true]);

  writeFileSync(join(folder, "bom.cdx.json"), "{");
  const [small = "", large = ""] = scripts;
  const broken = await sh(small);
  assert.deepEqual([broken.status, /"code":"(sbom|json)\./.test(broken.text)], [22, true], broken.text);
  const kept = await sh(large);
  assert.deepEqual([kept.status, /"failure":\{"code":"(sbom|json)\./.test(kept.text)], [1, true], kept.text);
});
