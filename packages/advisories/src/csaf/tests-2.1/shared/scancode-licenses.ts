/** Keys of ScanCode LicenseDB that are known to be deprecated: those that were looked up, not all there are. */
const deprecated = new Set([
  ...["agpl-3.0-bacula", "agpl-3.0-linking-exception", "agpl-3.0-openssl", "aladdin-md5", "aop-pd"],
  ...["apache-2.0-linking-exception", "apache-2.0-runtime-library-exception", "apache-due-credit"],
  ...["apache-exception-llvm", "x11-r75", "x11-xconsortium_veillard", "x11r5-authors"],
]);

/**
 * What can be said of a key of ScanCode LicenseDB without the database, which has thousands and grows every month: a key
 * has small letters, digits, dots, hyphens, plus signs and underscores only; what has such a form may be listed.
 */
export function scancodeKeyState(key: string): "listed" | "deprecated" | "absent" {
  if (deprecated.has(key)) return "deprecated";
  return /^[a-z0-9][a-z0-9._+-]*$/.test(key) ? "listed" : "absent";
}
