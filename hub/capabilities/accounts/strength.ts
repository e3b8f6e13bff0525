/** How sure the hub is of a person: `password` alone may only go on to enrol a second factor. */
export type Strength = "passkey" | "two-factor" | "single-sign-on" | "password";

const proven: Record<string, Strength> = {
  "/passkey/verify-authentication": "passkey",
  "/two-factor/verify-totp": "two-factor",
  "/two-factor/verify-backup-code": "two-factor",
  "/callback/:id": "single-sign-on",
};

/**
 * The strength of a session that an endpoint of the library opens: by what it has proven, or, where it replaces a
 * session, by that one. What we do not know proves no more than a password.
 */
export function strengthAfter(path: string, before: Strength | null): Strength {
  if (before === null || (before === "password" && path === "/two-factor/verify-totp"))
    return proven[path] ?? "password";
  return before === "two-factor" && path === "/two-factor/disable" ? "password" : before;
}
