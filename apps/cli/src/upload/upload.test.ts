import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { newEmbedded } from "../../../../testing/databases.ts";
import { cyclonedx, osv } from "../../../../testing/documents.ts";
import { testHub } from "../../../../testing/hub.ts";
import { bongsu, Folder } from "../testing/run.ts";
import { originOf } from "./build.ts";

async function world(context: TestContext) {
  const database = await newEmbedded();
  context.after(() => database.close());
  const hub = await testHub(database, context);
  const bank = await hub.organisation("bada-bank");
  const folder = new Folder({ "web.cdx.json": cyclonedx(["pkg:npm/lodash@4.17.20"]), "broken.json": "{" });
  context.after(() => folder[Symbol.dispose]());
  const env = {
    HOME: folder.path,
    XDG_CONFIG_HOME: "",
    BONGSU_HUB: hub.address,
    BONGSU_KEY: await hub.key(bank, "reporter"),
    CI_COMMIT_SHA: "0a1b2c",
    CI_COMMIT_REF_NAME: "main",
    CI_PIPELINE_URL: "https://gitlab.example/7",
    GITHUB_SHA: "",
    GITHUB_REF_NAME: "",
    GITHUB_RUN_ID: "",
  };
  const upload = (...args: string[]) =>
    bongsu(["upload", "--organisation", "bada-bank", ...args], { cwd: folder.path, env });
  const root = await hub.key(bank, "hub-administrator");
  const warn = () =>
    hub.ask("/api/v1/advisories", {
      method: "POST",
      key: root,
      bytes: osv({
        id: "GHSA-aaaa-bbbb-cccc",
        aliases: ["CVE-2026-0001"],
        package: ["npm", "lodash"],
        events: [{ introduced: "0" }, { fixed: "4.17.21" }],
      }),
    });
  return { hub, folder, upload, warn, key: env.BONGSU_KEY };
}

test("a pipeline hands an SBOM in, and ends by what is found in it", async (context) => {
  const { hub, folder, upload, warn, key } = await world(context);
  const unknown = await upload("web.cdx.json");
  assert.deepEqual([unknown.status, /inventories\.unknown-asset/.test(unknown.stderr)], [4, true]);
  const sent = await upload("web.cdx.json", "--create", "--kind", "container", "--wait");
  assert.equal(sent.status, 0, sent.stderr);
  assert.match(sent.stdout, /web\.cdx\.json → web: done\. Revision 1, 1 components\./);
  const asset = (await hub.ask("/api/v1/organisations/bada-bank/assets/web", { key })).body;
  assert.deepEqual(
    [asset.kind, asset.sbom.build],
    ["container", { commit: "0a1b2c", ref: "main", pipeline: "https://gitlab.example/7", tool: null }],
  );
  await warn();
  const found = await upload("web.cdx.json", "--fail-on", "defer", "--format", "json");
  assert.equal(found.status, 1, found.stderr);
  const [one] = JSON.parse(found.stdout);
  assert.deepEqual([one.upload.unchanged, one.exposures[0].vulnerability], [true, "CVE-2026-0001"]);
  assert.equal((await upload("web.cdx.json", "--fail-on", "immediate")).status, 0);
  const sarif = await upload("web.cdx.json", "--format", "sarif", "--output", "found.sarif");
  assert.equal(sarif.status, 0, sarif.stderr);
  const [run] = JSON.parse(readFileSync(join(folder.path, "found.sarif"), "utf8")).runs;
  assert.deepEqual(
    [
      run.results[0].ruleId,
      run.tool.driver.rules[0].id,
      run.results[0].locations[0].physicalLocation.artifactLocation.uri,
    ],
    ["CVE-2026-0001", "CVE-2026-0001", "web.cdx.json"],
  );
});

test("several files in one call; what cannot be read is told by its own code", async (context) => {
  const { upload, hub, key } = await world(context);
  const both = await upload("web.cdx.json", "broken.json", "--asset", "web", "core", "--create", "--wait");
  assert.equal(both.status, 3, both.stderr);
  assert.match(both.stdout, /→ web: done/);
  assert.match(both.stdout, /→ core: failed\. /);
  const { body } = await hub.ask("/api/v1/organisations/bada-bank/sbom-uploads?state=failed", { key });
  assert.equal(body.items.length, 1, "kept on the hub");
  const odd = await upload("web.cdx.json", "broken.json", "--asset", "web");
  assert.equal(odd.status, 2);
  assert.equal((await upload("nothing.json", "--create")).status, 4);
});

test("where a document comes from is read from the pipeline's own variables", () => {
  const gitHub = {
    GITHUB_SHA: "abc",
    GITHUB_REF_NAME: "v1",
    GITHUB_SERVER_URL: "https://github.com",
    GITHUB_REPOSITORY: "a/b",
    GITHUB_RUN_ID: "9",
  };
  assert.deepEqual(originOf({}, gitHub), {
    commit: "abc",
    ref: "v1",
    pipeline: "https://github.com/a/b/actions/runs/9",
  });
  const jenkins = { GIT_COMMIT: "abc", GIT_BRANCH: "origin/main", BUILD_URL: "https://ci.example/1/" };
  assert.deepEqual(originOf({ ref: "main" }, jenkins), {
    commit: "abc",
    ref: "main",
    pipeline: "https://ci.example/1/",
  });
  assert.deepEqual(originOf({}, {}), {});
});
