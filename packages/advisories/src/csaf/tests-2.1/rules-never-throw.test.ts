import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { RulePorts } from "../rule.ts";
import { clean21 } from "../testing/clean.ts";
import { changed } from "../testing/sample.ts";
import { informativeRules } from "./informative.ts";
import { recommendedRules } from "./recommended.ts";

const rules = [...recommendedRules, ...informativeRules];

/** Ports that always have something to say. */
const ports: RulePorts = {
  now: () => new Date("2026-01-01T00:00:00Z"),
  extension: () => null,
  grammarcheck: async () => ["mistake"],
  resolveUrl: async () => 404,
  scancodeLicense: async () => "absent",
  spellcheck: async () => ["mistake"],
};

const level = "/product_tree/branches/0/branches/0/branches";
const content = "/vulnerabilities/0/metrics/0/content";
const extension = {
  $schema: "https://beacon.example/x.json",
  category: "essential",
  content: { a: 1 },
  critical: true,
};

/** An advisory with much for the rules to read and to find fault with. */
const full = changed(
  clean21,
  ["/document/notes", [{ category: "description", text: "A lamp.", title: "Produktbeschreibung" }]],
  ["/document/lang", "de"],
  ["/document/license_expression", "(MIT OR GPL-2.0+) AND LicenseRef-scancode-x WITH a"],
  ["/document/distribution/sharing_group", { id: "00000000-0000-0000-0000-000000000000" }],
  [`${level}/0/category`, "product_version_range"],
  [`${level}/0/name`, "vers:npm/>=1.0.0|!=1.0.5|<2.0.0"],
  [`${level}/1/category`, "product_version_range"],
  [`${level}/1/name`, ">=1.0.0|<3.0.0"],
  [
    `${level}/1/product/product_identification_helper`,
    {
      cpe: "cpe:2.3:a:beacon:lamp:1.1:*:*:*:*:*:*:*",
      hashes: [{ file_hashes: [{ algorithm: "md5", value: "00" }], filename: "lamp" }],
      purls: ["pkg:deb/debian/lamp@1:1.1?arch=amd64"],
      serial_numbers: ["1"],
    },
  ],
  ["/vulnerabilities/0/disclosure_date", "2025-06-01T00:00:00Z"],
  ["/vulnerabilities/0/ids", [{ system_name: "https://euvd.enisa.europa.eu", text: "CVE-2025-12345" }]],
  ["/vulnerabilities/0/involvements", [{ party: "vendor", status: "open" }]],
  ["/vulnerabilities/0/x_extensions", [extension]],
  [`${content}/cvss_v2`, { baseScore: 5, vectorString: "AV:N/AC:L/Au:N/C:P/I:N/A:N/TD:L", version: "2.0" }],
  [`${content}/epss`, { percentile: "0.5", probability: "0.5", timestamp: "2025-01-01T00:00:00Z" }],
  [`${content}/qualitative_severity_rating`, "low"],
  [
    `${content}/ssvc_v2`,
    {
      decision_point_resources: [{ summary: "x_lamps" }],
      selections: [{ key: "AV", namespace: "x_lamps#a/de", version: "1.0.0" }],
      timestamp: "2025-01-01T00:00:00Z",
    },
  ],
);

type Place = readonly [container: { [key: string]: unknown }, key: string];

function places(value: unknown): Place[] {
  if (typeof value !== "object" || value === null) return [];
  const container = value as { [key: string]: unknown };
  return Object.keys(container).flatMap((key): Place[] => [[container, key], ...places(container[key])]);
}

const odd = fc.oneof(
  fc.constantFrom<unknown>(null, "", " ", "/", "|", "vers:", "vers:npm/<|>", "pkg:", "cpe:2.3:", "x_#//", -0, 1e308),
  fc.constantFrom<unknown>([], {}, [null], [[{}]], JSON.parse('{"__proto__": [], "hasOwnProperty": 1}')),
  fc.constantFrom<unknown>("CVSS:4.0/VC:__proto__", "constructor", "%", "\ud800", "a-".repeat(500), "(".repeat(500)),
  fc.jsonValue({ maxDepth: 2 }),
);

async function areRun(document: unknown): Promise<void> {
  const before = JSON.stringify(document);
  for (const rule of rules) {
    const findings = "check" in rule ? rule.check(document) : await rule.checkSlowly(document, ports);
    for (const { path, message } of findings) assert.ok(/^(\/.*)?$/su.test(path) && message !== "", rule.id);
    rule.skipped?.(document);
  }
  assert.equal(JSON.stringify(document), before, "the document is left as it was");
}

test("no rule throws where a document has something odd in some places", async () => {
  const changes = fc.array(fc.record({ at: fc.nat(), value: odd }), { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(changes, (list) => {
      const document = structuredClone(full);
      for (const { at, value } of list) {
        const all = places(document);
        const [container, key] = all[at % Math.max(all.length, 1)] ?? [{}, ""];
        container[key] = structuredClone(value);
      }
      return areRun(document);
    }),
    { numRuns: 300 },
  );
});

test("no rule throws on any other JSON value", async () => {
  await fc.assert(fc.asyncProperty(fc.jsonValue(), areRun), { numRuns: 100 });
});
