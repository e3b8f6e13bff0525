import type { Vulnerability } from "./vulnerability.ts";

/** The day of the catalogue from which what is known of exploitation was taken. */
const catalogueDay = "2025-08-25";

/** The exploited ones among vulnerabilities, as CISA's catalogue of known exploited vulnerabilities lists them. */
export function kevOf(vulnerabilities: readonly Vulnerability[], released = catalogueDay): Record<string, unknown> {
  const listed = vulnerabilities.flatMap(({ id, title, exploited }) =>
    exploited === undefined
      ? []
      : {
          cveID: id,
          vendorProject: exploited.vendor,
          product: exploited.product,
          vulnerabilityName: title.en,
          dateAdded: exploited.since,
          shortDescription: title.en,
          requiredAction: "Install the version that fixes it, or take the product out of service.",
          dueDate: exploited.due,
          knownRansomwareCampaignUse: exploited.ransomware ? "Known" : "Unknown",
          notes: `https://www.cve.org/CVERecord?id=${id}`,
          cwes: [],
        },
  );
  return {
    title: "Known exploited vulnerabilities of a country in small",
    catalogVersion: released.replaceAll("-", "."),
    dateReleased: `${released}T00:00:00Z`,
    count: listed.length,
    vulnerabilities: listed,
  };
}
