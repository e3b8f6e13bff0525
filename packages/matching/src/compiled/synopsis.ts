import { type Advisory, ratingOfWord, type SeverityRating } from "@bongsu/advisories";

/**
 * The rating that a distribution of the Red Hat family writes in front of an update's title (`Important: openssl security
 * update`); its OSV records have no other. Null where there is none.
 */
export function synopsisSeverity({ summary, affected, publisher }: Advisory): SeverityRating | null {
  const word = /^(Critical|Important|Moderate|Low): /.exec(summary ?? "")?.[1];
  const ofDistribution = affected.some(({ subject }) => (subject.package?.release ?? "") !== "");
  const rating = word === undefined || !ofDistribution ? null : ratingOfWord(word);
  return rating === null ? null : { system: "text", vector: null, score: null, rating, source: publisher };
}
