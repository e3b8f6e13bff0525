import { identityOfKey, purlKey } from "@bongsu/matching";
import { nativeRange, packageIdentity, parsePurl, parseVers, type VersionRange } from "@bongsu/versions";
import { type RawBuilder, sql } from "kysely";
import { storableName } from "../../platform/database/document-texts.ts";
import { keyOf, packageId } from "./packages.ts";
import { storableIdentity } from "./storable.ts";

/** The package that a package URL names, as the database knows it, and its version where one is given. */
export interface NamedPackage {
  id: string;
  /** As OSV writes it; empty where the package belongs to none. */
  ecosystem: string;
  version: string | null;
}

/** Throws `versions.invalid-purl`. Null where it names a package that no inventory can hold. */
export function packageNamed(text: string): NamedPackage | null {
  const clean = text.replaceAll("%00", "%EF%BF%BD");
  const purl = parsePurl(clean);
  const { identity, version } = packageIdentity(purl);
  const foreign = identity === null ? purlKey(clean) : null;
  const found = identity ?? (foreign === null ? null : identityOfKey(foreign));
  if (found === null) return null;
  const written = version ?? purl.version;
  return {
    id: packageId(storableIdentity(found)),
    ecosystem: identity?.ecosystem ?? "",
    version: written === null ? null : storableName(written),
  };
}

/** A range in VERS, or in the ecosystem's own notation. Throws `versions.*`; null where a native range has no ecosystem. */
export function rangeNamed(text: string, ecosystem: string | undefined): VersionRange | null {
  if (text.startsWith("vers:")) return parseVers(text);
  return ecosystem === undefined || ecosystem === "" ? null : nativeRange(ecosystem, text);
}

/** The condition that `v` (package_version) is within the range, by its key; what has none by its exact text. */
export function withinRange({ ecosystem, intervals, versions }: VersionRange): RawBuilder<unknown> {
  const parts = intervals.map(({ low, high }) => {
    const above = low === null ? sql`true` : low.inclusive ? sql`v.key >= ${low.key}` : sql`v.key > ${low.key}`;
    const below = high === null ? sql`true` : high.inclusive ? sql`v.key <= ${high.key}` : sql`v.key < ${high.key}`;
    return sql`(v.key is not null and ${above} and ${below})`;
  });
  const listed = versions.map((version) => {
    const key = keyOf({ identity: { ecosystem, release: "", name: "" }, version });
    return key === null ? sql`v.version = ${storableName(version)}` : sql`v.key = ${key}`;
  });
  const any = [...parts, ...listed];
  return any.length === 0 ? sql`false` : sql`(${sql.join(any, sql` or `)})`;
}
