/** Headers of every answer (OWASP secure headers). The hub's pages bring no inline script and no foreign origin. */
export const securityHeaders: Record<string, string> = {
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
    "manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; " +
    "require-trusted-types-for 'script'",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy":
    "camera=(), microphone=(), geolocation=(), payment=(), usb=(), publickey-credentials-get=(self), publickey-credentials-create=(self)",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "x-robots-tag": "noindex, nofollow",
};

/** Only where the hub is reached by https. */
export const strictTransport = "max-age=63072000; includeSubDomains";

/**
 * Whether a browser says that a changing request comes from another site (`Sec-Fetch-Site`, `Origin`). With an API key
 * there is nothing to forge: browsers do not add it by themselves.
 */
export function isForged(method: string, headers: Headers, origin: string): boolean {
  if (["GET", "HEAD", "OPTIONS"].includes(method) || headers.get("authorization") !== null) return false;
  const site = headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin" && site !== "none") return true;
  const from = headers.get("origin");
  if (from !== null) return from !== origin;
  // A cookie without any word of where the page is from: not a browser of these years, or one that hides it.
  return site === null && headers.get("cookie") !== null;
}
