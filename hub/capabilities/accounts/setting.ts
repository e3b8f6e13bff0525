import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/database/database.ts";
import type { Cookies } from "./cookies.ts";
import type { RecordEvent } from "./events.ts";
import type { Mail } from "./mail.ts";

/** Of the hub's configuration, what people's sign-in needs. */
export interface AccountsConfig {
  /** The hub's origin. */
  url: string;
  oidcIssuer: string | null;
  oidcClientId: string | null;
  oidcClientSecret: string | null;
  /** What may be called although it is not on the public internet; the issuer's own host always may. */
  allowPrivateAddresses?: readonly string[];
  /** What the button of single sign-on says. */
  oidcName: string | null;
  /** Whoever single sign-on vouches for joins the organisation whose verified domain his address has, to read. */
  oidcDomainJoin?: boolean;
}

/** Structured log; messages never hold a secret. */
export interface Log {
  debug(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** What every part of the accounts stands on. */
export interface Setting {
  database: Database;
  clock: Clock;
  config: AccountsConfig;
  /** Signs cookies, encrypts the secrets of authenticator apps, peppers recovery codes. */
  secret: string;
  /** Secrets of before: what they sealed can still be opened. */
  earlierSecrets: readonly string[];
  cookies: Cookies;
  mail: Mail;
  log: Log;
  record: RecordEvent;
  /** Goes on after the answer, so that the answer's time tells nothing; a failure is logged. */
  behind(work: Promise<unknown>): void;
}
