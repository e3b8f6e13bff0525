import { distributionOf, leadingId } from "./distributions.ts";
import { languageEcosystems } from "./languages.ts";

/** Names of releases are short; anything longer is none, and not searched. */
const longestRelease = 200;

const languages = new Set(languageEcosystems.map(({ ecosystem }) => ecosystem.toLowerCase()));

/**
 * A distribution's release in the one form in which both sides meet: `bookworm`, `debian-12` and `12.5` are `12`. What
 * is not understood stays as it is. Empty for the ecosystems of languages, whose suffix in OSV is a repository.
 *
 * @param ecosystem as OSV writes it, without the release.
 * @param text OSV's suffix, a `distro` qualifier, or os-release's version.
 */
export function normalizeRelease(ecosystem: string, text: string): string {
  if (languages.has(ecosystem.toLowerCase())) return "";
  const trimmed = text.trim();
  const distribution = distributionOf(ecosystem);
  if (distribution === null || distribution.release === null) return trimmed;
  const lower = trimmed.toLowerCase();
  if (lower === "" || lower.length > longestRelease) return lower;
  const leading = leadingId(lower, (one) => one === distribution);
  return distribution.release(leading?.rest ?? lower, leading?.id ?? "");
}
