import assert from "node:assert/strict";
import { test } from "node:test";
import { readAdvisories } from "@bongsu/advisories";
import { type PackageIdentity, packageIdentity, parsePurl, type VersionRange, versContains } from "@bongsu/versions";
import type { DemoAsset } from "./asset.ts";
import { assets } from "./assets/index.ts";
import { newAdvisory } from "./new-advisory.ts";
import { organisations } from "./organisations.ts";
import { toOsv } from "./osv.ts";
import { vulnerabilities } from "./vulnerabilities/index.ts";
import type { Vulnerability } from "./vulnerability.ts";

const keyOf = ({ ecosystem, release, name }: PackageIdentity) => `${ecosystem}|${release}|${name}`;

interface Claim {
  id: string;
  range: VersionRange;
}

/** What is said of each package. */
function claimsOf(list: readonly Vulnerability[]): Map<string, Claim[]> {
  const claims = new Map<string, Claim[]>();
  for (const { id, affected } of readAdvisories(list.map(toOsv)).advisories) {
    for (const { subject, range } of affected) {
      if (subject.package === null || range === null) continue;
      const key = keyOf(subject.package);
      claims.set(key, [...(claims.get(key) ?? []), { id, range }]);
    }
  }
  return claims;
}

interface Use {
  asset: DemoAsset;
  purl: string;
  ids: string[];
}

/** Every use of a package in the country, with what exposes it, by nothing but the comparators. */
function usesUnder(list: readonly Vulnerability[]): Use[] {
  const claims = claimsOf(list);
  return assets.flatMap((asset) =>
    asset.purls.map((purl) => {
      const { identity, version } = packageIdentity(parsePurl(purl));
      const said = identity === null || version === null ? [] : (claims.get(keyOf(identity)) ?? []);
      return { asset, purl, ids: said.filter(({ range }) => versContains(range, version ?? "")).map(({ id }) => id) };
    }),
  );
}

test("a believable share of what is in use is exposed: not nothing, and not everything", () => {
  const uses = usesUnder(vulnerabilities);
  const exposed = uses.filter(({ ids }) => ids.length > 0);
  const share = exposed.length / uses.length;
  assert.ok(uses.length >= 2_500, `${uses.length} uses`);
  assert.ok(share >= 0.1 && share <= 0.25, `${exposed.length} of ${uses.length}`);
  assert.ok(exposed.flatMap(({ ids }) => ids).length >= 600);
});

test("almost every known vulnerability exposes somebody, and some systems are exposed to none", () => {
  const uses = usesUnder(vulnerabilities);
  const found = new Set(uses.flatMap(({ ids }) => ids));
  assert.ok(found.size >= vulnerabilities.length * 0.95, `${found.size} of ${vulnerabilities.length}`);
  const hit = new Set(uses.filter(({ ids }) => ids.length > 0).map(({ asset }) => asset));
  assert.ok(assets.length - hit.size >= 10, `${assets.length - hit.size} are clean`);
});

test("what arrives exposes ten to fourteen assets of as many organisations in at least eight sectors", () => {
  const exposed = usesUnder([newAdvisory]).filter(({ ids }) => ids.length > 0);
  const hit = new Set(exposed.map(({ asset }) => asset));
  const owners = new Set([...hit].map(({ organisation }) => organisation));
  const sectors = new Set(organisations.filter(({ handle }) => owners.has(handle)).map(({ sector }) => sector));
  assert.ok(hit.size >= 10 && hit.size <= 14, `${hit.size} assets`);
  assert.equal(owners.size, hit.size);
  assert.ok(sectors.size >= 8, [...sectors].join(", "));
});

test("others run the same packages and are not exposed by what arrives", () => {
  const uses = usesUnder([newAdvisory]).filter(({ purl }) => purl.startsWith("pkg:npm/next@"));
  assert.ok(uses.some(({ ids }) => ids.length === 0));
});
