import assert from "node:assert/strict";
import { test } from "node:test";
import { compileIndex, match, openIndex } from "./index.ts";
import { advisory, affected, bom, component, document, range, subject, word } from "./testing/samples.ts";

const lodash = (vers: string, fixed: string[] = []) =>
  affected(subject("pkg:npm/lodash"), { range: range(vers), fixed });

test("one vulnerability under three names is one finding, with each advisory's reason", () => {
  const index = openIndex(
    compileIndex([
      document({
        advisories: [
          advisory("GHSA-aaaa-bbbb-cccc", {
            aliases: ["CVE-2020-0001"],
            affected: [lodash("vers:npm/<4.17.19", ["4.17.19"])],
            severities: [word("high")],
          }),
        ],
      }),
      document({
        advisories: [
          advisory("OSV-2020-1", {
            aliases: ["CVE-2020-0001"],
            affected: [lodash("vers:npm/>=4.17.0|<4.17.20", ["4.17.20"])],
          }),
        ],
      }),
      document({
        exploited: [
          {
            id: "CVE-2020-0001",
            exploitation: { source: "CISA KEV", since: "2021-11-03", due: null, ransomware: false, action: null },
            title: null,
            product: null,
          },
        ],
      }),
    ]),
  );
  const { findings, summary } = match(
    [bom([component("pkg:npm/lodash@4.17.15"), component("pkg:npm/lodash@4.17.20")])],
    index,
  );
  assert.equal(findings.length, 1);
  const [finding] = findings;
  assert.equal(finding?.vulnerability.id, "CVE-2020-0001");
  assert.deepEqual(finding?.vulnerability.aliases, ["GHSA-aaaa-bbbb-cccc", "OSV-2020-1"]);
  assert.deepEqual(
    finding?.claims.map(({ id, says, why }) => [id, says, why]),
    [
      ["GHSA-aaaa-bbbb-cccc", "affected", { kind: "interval", interval: "< 4.17.19" }],
      ["OSV-2020-1", "affected", { kind: "interval", interval: ">= 4.17.0, < 4.17.20" }],
    ],
  );
  assert.deepEqual(finding?.fixedIn, ["4.17.20"]);
  assert.equal(finding?.severity.rating, "high");
  assert.equal(finding?.exploited?.since, "2021-11-03");
  assert.equal(summary.affectedComponents, 1);
});
