import type { Component } from "@bongsu/sbom";
import type { AdvisoryIndex, Posting, VulnerabilityRecord } from "../compiled/record.ts";
import type { Claim, Unreadable, Vulnerability } from "../result.ts";
import { type AdvisoryVerdict, isUnreadable, unreadBounds, verdictOf } from "./claim.ts";
import { fixesAbove } from "./fixes.ts";
import type { Installed } from "./installed.ts";
import { type Risk, riskOf } from "./risk.ts";
import { followedCves } from "./upstream.ts";

/** That one version of one package has one vulnerability: what is the same in every SBOM that lists it. */
export interface Judgement extends Risk {
  record: VulnerabilityRecord;
  vulnerability: Vulnerability;
  claims: Claim[];
  disagreement: boolean;
  fixedIn: string[];
  remediations: Posting["remediations"];
}

export interface Judgements {
  affected: Judgement[];
  unreadable: Omit<Unreadable, "sbom" | "component">[];
}

function groupBy<K, V>(values: V[], keyOf: (value: V) => K): Map<K, V[]> {
  const groups = new Map<K, V[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group === undefined) groups.set(keyOf(value), [value]);
    else group.push(value);
  }
  return groups;
}

function vulnerabilityOf(record: VulnerabilityRecord): Vulnerability {
  const standing = record.advisories.filter(({ withdrawn }) => withdrawn === null);
  const first = <T>(values: (T | null)[]): T | null => values.find((value) => value !== null) ?? null;
  const dates = (values: (string | null)[]) => values.filter((value) => value !== null).sort();
  return {
    id: record.id,
    aliases: record.aliases,
    fixes: followedCves(record),
    headline: first(standing.map((advisory) => advisory.headline)),
    published: dates(standing.map((advisory) => advisory.published))[0] ?? null,
    modified: dates(standing.map((advisory) => advisory.modified)).at(-1) ?? null,
    weaknesses: [...new Set(standing.flatMap((advisory) => advisory.weaknesses))].sort(),
    url: first(standing.map((advisory) => advisory.url)),
  };
}

function uniqueRemediations(affecting: Posting[]): Posting["remediations"] {
  const all = affecting.flatMap((posting) => posting.remediations);
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}

/** Judges one version of a package by everything that is said of the package. */
export function judge(
  postings: Posting[],
  component: Component,
  installed: Installed,
  index: AdvisoryIndex,
): Judgements {
  const affected: Judgement[] = [];
  const unreadable: Judgements["unreadable"] = [];
  for (const [name, ofVulnerability] of groupBy(postings, (posting) => posting.vulnerability)) {
    const record = index.vulnerability(name);
    if (record === null) continue;
    const verdicts: AdvisoryVerdict[] = [];
    for (const [number, ofAdvisory] of groupBy(ofVulnerability, (posting) => posting.advisory)) {
      const advisory = record.advisories[number];
      if (advisory === undefined) continue;
      const verdict = verdictOf(advisory, ofAdvisory, installed);
      if (verdict !== null) verdicts.push(verdict);
      else if (advisory.withdrawn === null && ofAdvisory.some(isUnreadable)) {
        const texts = ofAdvisory.flatMap(unreadBounds);
        unreadable.push({ vulnerability: record.id, advisory: advisory.id, texts });
      }
    }
    const affecting = verdicts.flatMap((verdict) => verdict.affecting);
    if (affecting.length === 0) continue;
    const claims = verdicts
      .map(({ claim }) => claim)
      .sort((a, b) => Number(b.says === "affected") - Number(a.says === "affected"));
    affected.push({
      record,
      vulnerability: vulnerabilityOf(record),
      claims,
      disagreement: claims.some(({ says }) => says === "not-affected" || says === "fixed"),
      fixedIn: fixesAbove(affecting, component.identity?.ecosystem ?? "generic", installed),
      remediations: uniqueRemediations(affecting),
      ...riskOf(record, affecting, index),
    });
  }
  return { affected, unreadable };
}
