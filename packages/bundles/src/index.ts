export { type FrameKind, frameKinds, type Sealing } from "./frame.ts";
export { type BundleHeader, type BundleRange, formatName, type HubName, scheme } from "./header.ts";
export {
  type EncryptionKey,
  isKeyId,
  type KeyFile,
  keyFileMessage,
  keyIdOf,
  parseKeyFile,
  type SigningKey,
} from "./keys.ts";
export { type BundleLimits, bundleLimits } from "./limits.ts";
export { type FrameLine, manifestOf } from "./manifest.ts";
export { bundleProblems } from "./problems.ts";
export { readFrame } from "./read.ts";
export { type Interrupted, isBeginning, resumeBundle } from "./resume.ts";
export type { Source } from "./source.ts";
export { fromBase64url, toBase64url, toHex } from "./text.ts";
export { readHeader, type VerifiedBundle, verifyBundle } from "./verify.ts";
export { BundleWriter, type Sink } from "./write.ts";
