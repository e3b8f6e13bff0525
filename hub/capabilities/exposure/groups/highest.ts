import { compareVersions } from "@bongsu/versions";

/** The highest of some versions in their ecosystem's order; one that cannot be read stands below the others. Null of none. */
export const highestVersion = (ecosystem: string, versions: readonly string[]): string | null =>
  versions.reduce<string | null>((best, next) => {
    if (best === null) return next;
    const comparison = compareVersions(ecosystem, next, best);
    const isHigher = comparison === null ? compareVersions(ecosystem, best, best) === null : comparison > 0;
    return isHigher ? next : best;
  }, null);
