import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { fileHashes } from "./shared/hashes.ts";
import { isText, member } from "./shared/json.ts";

/** The algorithms that section 3.1.4.3.2 names: the digests of OpenSSL 3.4. All are supported, and no others. */
const named = new Set([
  ...["blake2b512", "blake2s256", "md4", "md5", "md5-sha1", "mdc2", "ripemd", "ripemd160", "rmd160", "sha1"],
  ...["sha224", "sha256", "sha3-224", "sha3-256", "sha3-384", "sha3-512", "sha384", "sha512", "sha512-224"],
  ...["sha512-256", "shake128", "shake256", "sm3", "ssl3-md5", "ssl3-sha1", "whirlpool"],
]);

/** Section 6.2.52. */
export const rule: CsafRule = {
  id: "6.2.52",
  group: "recommended",
  title: "Unknown Hash Algorithm",
  check: (document) =>
    fileHashes(document).flatMap(({ path, value }) => {
      const algorithm = member(value, "algorithm");
      if (!isText(algorithm) || named.has(algorithm)) return [];
      return [
        { path: `${path}/algorithm`, message: `${quote(algorithm)} is not named by the standard, and not supported` },
      ];
    }),
};
