import assert from "node:assert/strict";
import { test } from "node:test";
import { rangeContains } from "@bongsu/versions";
import { readAdvisories } from "../read.ts";

/** A package in one version (or none), as a component of a release of Red Hat's. */
interface Part {
  id: string;
  purl: string;
  /** The name of the branch `product_version`. */
  branch?: string;
  cpe?: string;
}

const defaultCpe = "cpe:/o:redhat:enterprise_linux:9::baseos";

function read(parts: Part[], status: Record<string, string[]>, category = "csaf_vex") {
  const cpes = [...new Set(parts.map(({ cpe = defaultCpe }) => cpe))];
  return readAdvisories({
    document: {
      category,
      csaf_version: "2.0",
      title: "t",
      publisher: { category: "vendor", name: "Acme Linux", namespace: "https://acme.example" },
      tracking: { id: "CVE-2024-1000", current_release_date: "2024-02-01T00:00:00Z" },
    },
    product_tree: {
      branches: [
        {
          category: "vendor",
          name: "Acme",
          branches: [
            ...cpes.map((cpe) => ({
              category: "product_name",
              name: cpe,
              product: { name: cpe, product_id: cpe, product_identification_helper: { cpe } },
            })),
            ...parts.map(({ id, purl, branch = id }) => ({
              category: "product_version",
              name: branch,
              product: { name: id, product_id: `part-${id}`, product_identification_helper: { purl } },
            })),
          ],
        },
      ],
      relationships: parts.map(({ id, cpe = defaultCpe }) => ({
        category: "default_component_of",
        full_product_name: { name: `${id} of ${cpe}`, product_id: id },
        product_reference: `part-${id}`,
        relates_to_product_reference: cpe,
      })),
    },
    vulnerabilities: [{ cve: "CVE-2024-1000", product_status: status }],
  });
}

/** Each package that is affected, with what of some versions is. */
function affected(parts: Part[], status: Record<string, string[]>, versions: string[]) {
  return read(parts, status).advisories.flatMap((advisory) =>
    advisory.affected
      .filter((one) => one.status === "affected")
      .map(({ subject, range, allVersions, fixed }) => [
        `${subject.package?.ecosystem}:${subject.package?.release} ${subject.package?.name}`,
        versions.filter((version) => allVersions || (range !== null && rangeContains(range, version))),
        fixed,
      ]),
  );
}

test("a package without a version, in a branch that bears its name, is meant as such", () => {
  const parts = [
    { id: "a", purl: "pkg:rpm/redhat/openssl?arch=src", branch: "openssl" },
    { id: "b", purl: "pkg:rpm/redhat/zlib", branch: "compat/zlib" },
    { id: "c", purl: "pkg:rpm/redhat/curl", branch: "7.1-1.el9" },
  ];
  assert.deepEqual(affected(parts, { known_affected: ["a", "b", "c"] }, ["7.1-1.el9", "8.0-1.el9"]), [
    ["Red Hat:9 openssl", ["7.1-1.el9", "8.0-1.el9"], []],
    ["Red Hat:9 zlib", ["7.1-1.el9", "8.0-1.el9"], []],
    ["Red Hat:9 curl", ["7.1-1.el9"], []],
  ]);
});

test("where an erratum tells only what fixes it, earlier versions of that release are affected", () => {
  const parts = [
    { id: "x86", purl: "pkg:rpm/redhat/openssl-libs@3.0.7-25.el9_3?arch=x86_64&epoch=1" },
    { id: "arm", purl: "pkg:rpm/redhat/openssl-libs@3.0.7-25.el9_3?arch=aarch64&epoch=1" },
    { id: "aus", purl: "pkg:rpm/redhat/openssl-libs@3.0.1-9.el9_0?epoch=1", cpe: "cpe:/o:redhat:rhel_aus:9.0::baseos" },
  ];
  const versions = ["1:3.0.1-1.el9", "1:3.0.7-24.el9", "1:3.0.7-25.el9_3", "1:3.0.7-26.el9"];
  const [main, aus, ...others] = affected(parts, { fixed: ["x86", "arm", "aus"] }, versions);
  assert.deepEqual(main, ["Red Hat:9 openssl-libs", versions.slice(0, 2), ["1:3.0.7-25.el9_3"]]);
  assert.deepEqual([aus?.[1], others], [versions.slice(0, 1), []]);
});

test("nothing is concluded where more is said of the package, of modules, and of what is no distribution's", () => {
  const parts = [
    { id: "fixed", purl: "pkg:rpm/redhat/a@2-1.el9" },
    { id: "sound", purl: "pkg:rpm/redhat/a@1-1.el9" },
    { id: "module", purl: "pkg:rpm/redhat/nodejs@18.1-1.module%2Bel9" },
    { id: "npm", purl: "pkg:npm/b@2.0.0" },
  ];
  const status = { fixed: ["fixed", "module", "npm"], known_not_affected: ["sound"] };
  assert.deepEqual(affected(parts, status, ["1-1.el9"]), []);
});

test("a statement about a part names its product as matching knows it, each with its own version", () => {
  const product = (id: string, name: string, purl: string) => ({
    category: "product_version",
    name,
    product: { name: id, product_id: id, product_identification_helper: { purl } },
  });
  const { statements } = readAdvisories({
    document: {
      category: "csaf_vex",
      csaf_version: "2.0",
      title: "t",
      publisher: { category: "vendor", name: "Acme", namespace: "https://acme.example" },
      tracking: { id: "VEX-1", current_release_date: "2024-02-01T00:00:00Z" },
    },
    product_tree: {
      branches: [
        product("app", "2.0.0", "pkg:golang/example.org/app@v2.0.0"),
        product("lib", "v4.0.0", "pkg:golang/example.org/lib@v4.0.0"),
        { ...product("loose", "<5", "pkg:golang/example.org/loose"), category: "product_version_range" },
      ],
      relationships: ["lib", "loose"].map((part) => ({
        category: "default_component_of",
        full_product_name: { name: part, product_id: `app:${part}` },
        product_reference: part,
        relates_to_product_reference: "app",
      })),
    },
    vulnerabilities: [
      { cve: "CVE-2024-1000", product_status: { known_not_affected: ["app:lib", "app:loose"] }, threats: [] },
    ],
  });
  const [pinned, loose] = statements;
  assert.deepEqual(
    [pinned?.subjects[0]?.purl, pinned?.components[0]?.purl],
    ["pkg:golang/example.org/app@v2.0.0", "pkg:golang/example.org/lib@v4.0.0"],
  );
  // The range is the product's; the component's version stands in its package URL.
  assert.deepEqual(pinned?.range?.versions, ["v2.0.0"]);
  // A component without a version of its own keeps its range: the statement must not reach further.
  assert.ok(loose?.range !== null && loose?.range !== undefined && !rangeContains(loose.range, "v6.0.0"));
});
