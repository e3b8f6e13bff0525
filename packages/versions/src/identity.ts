export type {
  Identification,
  PackageContext,
  PackageIdentity,
  UnidentifiedReason,
} from "./identity/identification.ts";
export { osvIdentity, packageIdentity } from "./identity/identify.ts";
export { normalizeName } from "./identity/names.ts";
export { purlOf } from "./identity/purl-of.ts";
export { normalizeRelease } from "./identity/release.ts";
export type { SourcePackage } from "./identity/source-package.ts";
