import { BongsuError, type Language } from "@bongsu/base";
import { type AccountCode, accountProblems } from "./problems.ts";

/** Too many wrong tries: says after how many seconds to come again. */
export class TooManyTries extends BongsuError {
  readonly seconds: number;

  constructor(milliseconds: number) {
    super(
      accountProblems.problem("accounts.too-many-tries", { minutes: Math.max(1, Math.ceil(milliseconds / 60_000)) }),
    );
    this.seconds = Math.max(1, Math.ceil(milliseconds / 1000));
  }
}

/** Status codes (RFC 9110 §15.5); what is not named here is 422. */
const statuses: Partial<Record<AccountCode, number>> = {
  "accounts.wrong-credentials": 401,
  "accounts.wrong-password": 403,
  "accounts.wrong-code": 401,
  "accounts.wrong-passkey": 401,
  "accounts.unknown-passkey": 404,
  "accounts.too-many-tries": 429,
  "accounts.sign-in-expired": 401,
  "accounts.suspended": 403,
  "accounts.not-signed-in": 401,
  "accounts.sign-in-again": 403,
  "accounts.second-factor-needed": 403,
  "accounts.second-factor-exists": 409,
  "accounts.no-second-factor": 409,
  "accounts.unknown-invitation": 404,
  "accounts.unknown-session": 404,
  "accounts.unknown-person": 404,
  "accounts.set-up-code-wrong": 403,
  "accounts.set-up-already": 409,
  "accounts.single-sign-on-unavailable": 503,
  "accounts.foreign-origin": 403,
  "accounts.invalid-request": 400,
  "accounts.unknown-route": 404,
  "accounts.failed": 500,
};

const statusOf = (code: string): number =>
  statuses[code as AccountCode] ?? (code === "members.organisation-exists" ? 409 : 422);

/** An answer in JSON, never kept by anybody on the way. */
export function json(body: unknown, setCookies: readonly string[] = [], status = 200): Response {
  const headers = new Headers({ "content-type": "application/json; charset=utf-8", "cache-control": "no-store" });
  for (const line of setCookies) headers.append("set-cookie", line);
  return new Response(JSON.stringify(body), { status, headers });
}

/** A problem as an answer (RFC 9457), in the words of every other operation of the hub. */
export function refusal(error: BongsuError, language: Language): Response {
  const { code, message, fix } = error.problem;
  const status = statusOf(code);
  const response = json(
    { type: `urn:bongsu:problem:${code}`, title: message[language], status, detail: fix[language], code, message, fix },
    [],
    status,
  );
  response.headers.set("content-type", "application/problem+json; charset=utf-8");
  response.headers.set("content-language", language);
  if (error instanceof TooManyTries) response.headers.set("retry-after", String(error.seconds));
  return response;
}

/** What the library's codes mean in ours. */
const meanings: Record<string, AccountCode> = {
  INVALID_EMAIL_OR_PASSWORD: "accounts.wrong-credentials",
  INVALID_EMAIL: "accounts.wrong-credentials",
  INVALID_PASSWORD: "accounts.wrong-password",
  CREDENTIAL_ACCOUNT_NOT_FOUND: "accounts.wrong-password",
  INVALID_CODE: "accounts.wrong-code",
  INVALID_BACKUP_CODE: "accounts.wrong-code",
  INVALID_TWO_FACTOR_COOKIE: "accounts.sign-in-expired",
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: "accounts.sign-in-expired",
  TOTP_ALREADY_ENABLED: "accounts.second-factor-exists",
  TOTP_NOT_ENABLED: "accounts.no-second-factor",
  TWO_FACTOR_NOT_ENABLED: "accounts.no-second-factor",
  BACKUP_CODES_NOT_ENABLED: "accounts.no-second-factor",
  INVALID_TOKEN: "accounts.link-invalid",
  USER_NOT_FOUND: "accounts.link-invalid",
  PASSWORD_TOO_SHORT: "accounts.password-too-short",
  PASSWORD_TOO_LONG: "accounts.password-too-short",
  SESSION_NOT_FRESH: "accounts.sign-in-again",
  UNAUTHORIZED: "accounts.not-signed-in",
  SESSION_REQUIRED: "accounts.not-signed-in",
  CHALLENGE_NOT_FOUND: "accounts.sign-in-expired",
  PASSKEY_NOT_FOUND: "accounts.wrong-passkey",
  AUTHENTICATION_FAILED: "accounts.wrong-passkey",
  USER_VERIFICATION_MISSING: "accounts.passkey-refused",
  FAILED_TO_VERIFY_REGISTRATION: "accounts.passkey-refused",
  YOU_ARE_NOT_ALLOWED_TO_REGISTER_THIS_PASSKEY: "accounts.passkey-refused",
  PREVIOUSLY_REGISTERED: "accounts.passkey-refused",
  ACCOUNT_SUSPENDED: "accounts.suspended",
  PROVIDER_NOT_FOUND: "accounts.single-sign-on-unavailable",
  signup_disabled: "accounts.not-invited",
  account_not_linked: "accounts.not-invited",
  email_not_found: "accounts.not-invited",
};

/** Our code for one of the library's; `otherwise` where it says something that we do not expect. */
export const meaningOf = (code: unknown, otherwise: AccountCode): AccountCode =>
  (typeof code === "string" && Object.hasOwn(meanings, code) ? meanings[code] : undefined) ?? otherwise;
