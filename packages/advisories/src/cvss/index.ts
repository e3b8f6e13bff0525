export { type CvssScore, cvss } from "./cvss.ts";
export type { CvssVersion } from "./metrics.ts";
export { compareRatings, ratingOfScore, ratingOfWord } from "./rating.ts";
