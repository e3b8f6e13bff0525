import type { Purl } from "../purl.ts";

/**
 * A Go module's path. By the type's definition, a subpath is a package within the module; but some tools put there what
 * follows the third element of the module's own path. It is the module's where the document calls the component so, or
 * as far as a major version (`v2`).
 */
export function goModule({ namespace, name, subpath }: Purl, documentName?: string): string {
  const module = namespace === null ? name : `${namespace}/${name}`;
  if (subpath === null || /\/v\d+$/.test(module)) return module;
  if (documentName?.toLowerCase() === `${module}/${subpath}`.toLowerCase()) return documentName;
  const segments = subpath.split("/");
  const majorVersion = segments.findIndex((segment) => /^v(?:[2-9]|[1-9]\d+)$/.test(segment));
  return majorVersion < 0 ? module : [module, ...segments.slice(0, majorVersion + 1)].join("/");
}

/** Go numbers its own releases `go1.22` and `go1.23rc1`; its vulnerability database, `1.22.0` and `1.23.0-rc.1`. */
export function goVersion({ version }: Purl): string | null {
  const [, main, minor, patch, stage, number] =
    /^go(\d+)\.(\d+)(?:\.(\d+))?(?:(rc|beta)(\d+))?$/.exec(version ?? "") ?? [];
  if (main === undefined) return version;
  const release = `${main}.${minor}.${patch ?? "0"}`;
  return stage === undefined ? release : `${release}-${stage}.${number}`;
}
