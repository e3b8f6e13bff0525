import assert from "node:assert/strict";
import { test } from "node:test";
import { readAdvisories } from "../read.ts";

const catalogue = (...vulnerabilities: unknown[]) => ({ catalogVersion: "2025.08.25", vulnerabilities });

test("reads CISA's catalogue", () => {
  const { format, exploited, problems } = readAdvisories(
    catalogue({
      cveID: "CVE-2024-1000",
      vendorProject: "Example",
      product: "Thing",
      vulnerabilityName: "Example Thing Overflow",
      dateAdded: "2024-05-01",
      dueDate: "2024-05-22",
      requiredAction: "Apply mitigations.",
      knownRansomwareCampaignUse: "Known",
    }),
  );
  assert.equal(format, "kev");
  assert.deepEqual(problems, []);
  assert.deepEqual(exploited, [
    {
      id: "CVE-2024-1000",
      title: "Example Thing Overflow",
      product: "Example Thing",
      exploitation: {
        source: "CISA KEV",
        since: "2024-05-01",
        due: "2024-05-22",
        ransomware: true,
        action: "Apply mitigations.",
      },
    },
  ]);
});

test("an entry without an id is reported and the next one is read", () => {
  const { exploited, problems } = readAdvisories(
    catalogue({ product: "x" }, "x", { cveID: "CVE-2024-1000", dueDate: "soon" }),
  );
  assert.deepEqual(
    exploited.map(({ id, exploitation }) => [id, exploitation.due]),
    [["CVE-2024-1000", null]],
  );
  assert.deepEqual(
    problems.map(({ code, place }) => `${code} ${place.path}`),
    [
      "advisories.wrong-type /vulnerabilities/1",
      "advisories.no-id /vulnerabilities/0",
      "advisories.invalid-date /vulnerabilities/2/dueDate",
    ],
  );
});
