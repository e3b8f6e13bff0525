/** CycloneDX's words for what SPDX calls a package's purpose. Other purposes keep SPDX's word. */
const types = new Map<string, string>([
  ["operatingsystem", "operating-system"],
  ["devicedriver", "device-driver"],
  ["model", "machine-learning-model"],
  ["module", "library"],
  ["executable", "application"],
]);

/** `OPERATING-SYSTEM`, `OPERATING_SYSTEM` (SPDX 2.3 clause 7.24) and `operatingSystem` (SPDX 3) as a component's type. */
export function typeOfPurpose(purpose: string | null): string {
  if (purpose === null) return "library";
  const plain = purpose.replace(/[-_]/g, "").toLowerCase();
  return types.get(plain) ?? plain;
}
