import type { suggestion } from "@bongsu/contracts";
import type { z } from "zod";

export type Suggestion = Omit<z.output<typeof suggestion>, "added">;

const osv = (source: string, ecosystem: string): Suggestion => ({
  source: `osv-${source}`,
  kind: "osv",
  name: `OSV: ${ecosystem}`,
  address: `https://osv-vulnerabilities.storage.googleapis.com/${encodeURIComponent(ecosystem)}/all.zip`,
  interval: 360,
  trust: "authoritative",
  marking: "CLEAR",
  signatures: null,
});

const csaf = (source: string, name: string, address: string): Suggestion => ({
  source,
  kind: "csaf",
  name,
  address,
  interval: 60,
  trust: "authoritative",
  marking: "CLEAR",
  signatures: "required",
});

/** Well-known public sources, at the addresses that their publishers name. */
export const suggestions: readonly Suggestion[] = [
  {
    source: "cisa-kev",
    kind: "kev",
    name: "CISA KEV",
    address: "https://www.cisa.gov/sites/default/files/feeds/known_exploited_vulnerabilities.json",
    interval: 60,
    trust: "authoritative",
    marking: "CLEAR",
    signatures: null,
  },
  {
    source: "first-epss",
    kind: "epss",
    name: "FIRST EPSS",
    address: "https://epss.empiricalsecurity.com/epss_scores-current.csv.gz",
    interval: 720,
    trust: "authoritative",
    marking: "CLEAR",
    signatures: null,
  },
  {
    source: "cve-list",
    kind: "cve",
    name: "CVE List",
    address: "https://github.com/CVEProject/cvelistV5/archive/refs/heads/main.zip",
    interval: 360,
    trust: "authoritative",
    marking: "CLEAR",
    signatures: null,
  },
  osv("npm", "npm"),
  osv("pypi", "PyPI"),
  osv("maven", "Maven"),
  osv("go", "Go"),
  osv("nuget", "NuGet"),
  osv("rubygems", "RubyGems"),
  osv("crates", "crates.io"),
  osv("packagist", "Packagist"),
  osv("debian", "Debian"),
  osv("ubuntu", "Ubuntu"),
  osv("alpine", "Alpine"),
  osv("almalinux", "AlmaLinux"),
  osv("rocky", "Rocky Linux"),
  csaf("cisa-csaf", "CISA", "https://www.cisa.gov/sites/default/files/csaf/provider-metadata.json"),
  csaf("bsi-csaf", "BSI (WID)", "https://wid.cert-bund.de/.well-known/csaf/provider-metadata.json"),
  csaf("redhat-csaf", "Red Hat", "https://security.access.redhat.com/data/csaf/v2/provider-metadata.json"),
  csaf("suse-csaf", "SUSE", "https://www.suse.com/.well-known/csaf/provider-metadata.json"),
  csaf("cisco-csaf", "Cisco", "https://www.cisco.com/.well-known/csaf/provider-metadata.json"),
  csaf("microsoft-csaf", "Microsoft", "https://msrc.microsoft.com/csaf/provider-metadata.json"),
  csaf("siemens-csaf", "Siemens", "https://cert-portal.siemens.com/productcert/csaf/provider-metadata.json"),
];
