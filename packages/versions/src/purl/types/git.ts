import type { TypeRule } from "./rule.ts";

/** Hosts whose own types (`github`, `bitbucket`) are not case sensitive. */
const caseInsensitiveHosts = new Set(["github", "github.com", "bitbucket", "bitbucket.org"]);

/** The namespace is the host, the name is the path of the repository there. */
export const git: TypeRule = {
  namespace: "required",
  nameIsPath: true,
  normalise(purl) {
    const host = purl.namespace?.toLowerCase() ?? "";
    if (!caseInsensitiveHosts.has(host)) return;
    purl.namespace = host;
    purl.name = purl.name.toLowerCase();
  },
};
