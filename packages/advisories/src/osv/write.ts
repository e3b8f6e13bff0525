import { formatPurl, normalizeName, osvIdentity, readPurl } from "@bongsu/versions";
import type { Advisory, Affected, SeverityRating, Subject } from "../advisory.ts";
import { isVulnerabilityId } from "../names.ts";
import { advisoryProblems } from "../problems.ts";
import { isReferenceKind } from "../references.ts";
import { distinct, joinTexts } from "../texts.ts";
import { Writing, type Written } from "../written.ts";
import type { OsvAffected, OsvRecord, OsvSeverity } from "./record.ts";
import { writeCommits, writeRanges } from "./write-ranges.ts";

/**
 * Writes an advisory as an OSV record (schema 1.7). Packages are written as their publisher named them where that is
 * known; products without a package of an OSV ecosystem have no place there, and are told in `problems`.
 *
 * @param options.modified stands in where the advisory has neither a date of modification nor of publication.
 * @throws BongsuError `advisories.cannot-write` where there is no date at all.
 */
export function toOsv(advisory: Advisory, options: { modified?: string } = {}): Written<OsvRecord> {
  const writing = new Writing("OSV");
  const modified = advisory.modified ?? advisory.withdrawn ?? advisory.published ?? options.modified;
  if (modified === undefined)
    throw advisoryProblems.error("advisories.cannot-write", { format: "OSV", what: "modified" });
  const names = namesOf(advisory);
  const rated = advisory.affected.some((affected) => affected.severities.length > 0);
  const affected = advisory.affected.flatMap((one, i) => {
    // OSV wants the ratings at one level only.
    const severities = one.severities.length > 0 ? one.severities : advisory.severities;
    return writeAffected(one, rated ? severities : [], writing, `/affected/${i}`) ?? [];
  });
  const severity = rated && affected.length > 0 ? [] : writeSeverities(advisory.severities, writing, "/severities");
  const word = advisory.severities.find(({ system, rating }) => system === "text" && rating !== "unknown");
  const specific = {
    ...(advisory.weaknesses.length > 0 && { cwe_ids: advisory.weaknesses }),
    ...(word !== undefined && { severity: word.rating.toUpperCase() }),
  };
  const summary = advisory.summary ?? advisory.title;
  const details = joinTexts([summary === advisory.title ? null : advisory.title, advisory.details]);
  return writing.done({
    schema_version: "1.7.0",
    ...names,
    modified,
    ...(advisory.published !== null && { published: advisory.published }),
    ...(advisory.withdrawn !== null && { withdrawn: advisory.withdrawn }),
    ...(summary !== null && { summary }),
    ...(details !== null && { details }),
    ...(severity.length > 0 && { severity }),
    ...(affected.length > 0 && { affected }),
    ...(advisory.references.length > 0 && { references: advisory.references.map(writeReference) }),
    ...(advisory.credits.length > 0 && { credits: advisory.credits.map((name) => ({ name })) }),
    ...(Object.keys(specific).length > 0 && { database_specific: specific }),
  });
}

/** A bulletin's id is none that OSV knows: there, the vulnerability's own name stands first. */
function namesOf(advisory: Advisory): Pick<OsvRecord, "id" | "aliases" | "related" | "upstream"> {
  const own = advisory.format === "osv" || isVulnerabilityId(advisory.id);
  const id = own ? advisory.id : (advisory.aliases.find(isVulnerabilityId) ?? advisory.id);
  const aliases = advisory.aliases.filter((alias) => alias !== id);
  const related = distinct([...advisory.related, id === advisory.id ? null : advisory.documentId]);
  return {
    id,
    ...(aliases.length > 0 && { aliases }),
    ...(related.length > 0 && { related }),
    ...(advisory.upstream.length > 0 && { upstream: advisory.upstream }),
  };
}

function writeReference({ kind, url }: Advisory["references"][number]): { type: string; url: string } {
  return { type: isReferenceKind(kind) ? kind.toUpperCase() : "WEB", url };
}

function writeSeverities(severities: SeverityRating[], writing: Writing, path: string): OsvSeverity[] {
  const types = { "CVSS:2.0": "CVSS_V2", "CVSS:3.0": "CVSS_V3", "CVSS:3.1": "CVSS_V3", "CVSS:4.0": "CVSS_V4" } as const;
  return severities.flatMap(({ system, vector, score }) => {
    if (system === "text") return [];
    if (vector !== null) return [{ type: types[system], score: vector }];
    writing.leaveOut(`${system} ${score}`, path);
    return [];
  });
}

function writeAffected(
  affected: Affected,
  severities: SeverityRating[],
  writing: Writing,
  path: string,
): OsvAffected | null {
  const { subject, status, range, allVersions, commits } = affected;
  if (status !== "affected") {
    writing.leaveOut(status, path);
    return null;
  }
  const described = writePackage(subject);
  if (described === null && commits.length === 0) {
    writing.leaveOut(subject.product?.name ?? subject.cpe ?? subject.purl ?? "", path);
    return null;
  }
  const ranges = [
    ...(range !== null ? writeRanges(range, writing, path) : []),
    ...(range === null && allVersions ? [{ type: "ECOSYSTEM" as const, events: [{ introduced: "0" }] }] : []),
    ...writeCommits(commits),
  ];
  const versions = range?.versions ?? [];
  const severity = writeSeverities(severities, writing, `${path}/severities`);
  const word = severities.find(({ system, rating }) => system === "text" && rating !== "unknown");
  return {
    ...(described !== null && { package: described }),
    ...(severity.length > 0 && { severity }),
    ...(ranges.length > 0 && { ranges }),
    ...(versions.length > 0 && { versions }),
    ...(word !== undefined && { database_specific: { severity: word.rating.toUpperCase() } }),
  };
}

/** Ecosystem and name as they were written, where those mean the same package. */
function writePackage({ package: identity, product, purl }: Subject): OsvAffected["package"] | null {
  if (identity === null) return null;
  const { ecosystem, release, name } = identity;
  const written = product?.vendor ? osvIdentity(product.vendor, product.name) : null;
  const asWritten = written?.ecosystem === ecosystem && written.release === release && written.name === name;
  const named = product !== null && normalizeName(ecosystem, product.name) === name ? product.name : name;
  const bare = purl === null ? null : withoutVersion(purl);
  return {
    ecosystem: asWritten && product?.vendor ? product.vendor : release === "" ? ecosystem : `${ecosystem}:${release}`,
    name: asWritten && product !== null ? product.name : named,
    ...(bare !== null && { purl: bare }),
  };
}

/** The schema's `purl` has no version. */
export function withoutVersion(text: string): string | null {
  const { purl } = readPurl(text);
  return purl === null ? null : formatPurl({ ...purl, version: null });
}
