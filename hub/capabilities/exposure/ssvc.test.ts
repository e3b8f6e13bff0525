import assert from "node:assert/strict";
import { test } from "node:test";
import { readData, skipWithout } from "../../../tests/data.ts";
import type { Criticality, Network } from "../inventories/index.ts";
import { decide, type Exploitation } from "./ssvc.ts";

const published = "ssvc/ssvc_deployer_patch_application_priority_1_0_0.csv";

test("what is exploited, open and vital is urgent; what is none of these can wait", () => {
  assert.equal(decide("active", true, { criticality: "very-high", network: "internet" }), "immediate");
  assert.equal(decide("none", false, { criticality: "low", network: "isolated" }), "defer");
});

test("every row of the published deployer table", { skip: skipWithout(published) }, () => {
  const exploitation: Record<string, Exploitation> = { none: "none", "public poc": "poc", active: "active" };
  const network: Record<string, Network> = { small: "isolated", controlled: "internal", open: "internet" };
  const rows = readData(published).trim().split(/\r?\n/).slice(1);
  assert.equal(rows.length, 72);
  for (const row of rows) {
    const [, state = "", exposure = "", automatable, impact = "", decision] = row.split(",");
    const asset = { criticality: impact.replace(" ", "-") as Criticality, network: network[exposure] ?? "isolated" };
    assert.equal(decide(exploitation[state] ?? "none", automatable === "yes", asset), decision, row);
  }
});
