import type { AdvisoryDocument, Exploitation } from "../advisory.ts";
import { documentOf } from "../document.ts";
import type { Fields } from "../part.ts";
import { Part } from "../part.ts";
import type { Reading } from "../reading.ts";

export const kevSource = "CISA KEV";

/** Reads CISA's catalogue of known exploited vulnerabilities (its JSON feed). */
export function readKev(catalogue: Fields, reading: Reading): AdvisoryDocument {
  const exploited = new Part(reading, catalogue).parts("vulnerabilities").flatMap((entry) => {
    const id = entry.text("cveID");
    if (id === null || id === "") {
      entry.report("advisories.no-id", { field: "cveID" });
      return [];
    }
    const product = [entry.text("vendorProject"), entry.text("product")].filter((name) => name !== null).join(" ");
    return [
      { id, exploitation: exploitationOf(entry), title: entry.text("vulnerabilityName"), product: product || null },
    ];
  });
  return documentOf("kev", reading, { exploited });
}

function exploitationOf(entry: Part): Exploitation {
  return {
    source: kevSource,
    since: entry.day("dateAdded"),
    due: entry.day("dueDate"),
    ransomware: entry.text("knownRansomwareCampaignUse")?.toLowerCase() === "known",
    action: entry.text("requiredAction"),
  };
}
