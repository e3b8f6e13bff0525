import { passkey } from "@better-auth/passkey";
import { type BetterAuthOptions, betterAuth } from "better-auth";
import { APIError } from "better-auth/api";
import { genericOAuth } from "better-auth/plugins/generic-oauth";
import { twoFactor } from "better-auth/plugins/two-factor";
import { newId, sha256 } from "../../platform/ids.ts";
import { limits } from "./limits.ts";
import { personById } from "./people.ts";
import { newRecoveryCodes, recoveryStorage } from "./recovery-codes.ts";
import { resetLetter } from "./reset.ts";
import type { Setting } from "./setting.ts";
import { admit } from "./single-sign-on.ts";
import { type Strength, strengthAfter } from "./strength.ts";
import { told } from "./told.ts";

/** Where single sign-on goes, once its provider has described itself. */
export interface Provider {
  discoveryUrl: string;
  clientId: string;
  clientSecret: string;
  authentication: "basic" | "post";
}

const seconds = (milliseconds: number): number => Math.floor(milliseconds / 1000);

/** A number for a secret, by which what it sealed finds it again. */
const versionOf = (value: string): number => Buffer.from(sha256(`version\0${value}`)).readUInt32BE() >>> 1;

/** Tables and columns in our way of naming them. */
const models = {
  user: {
    modelName: "person",
    fields: { emailVerified: "email_verified", createdAt: "created_at", updatedAt: "updated_at" },
    additionalFields: {
      language: { type: "string", required: false, input: false },
      status: { type: "string", required: false, input: false },
    },
  },
  session: {
    modelName: "session",
    fields: {
      userId: "user_id",
      ipAddress: "ip_address",
      userAgent: "user_agent",
      createdAt: "created_at",
      updatedAt: "updated_at",
      expiresAt: "expires_at",
    },
    additionalFields: { strength: { type: "string", required: false, input: false } },
  },
  account: {
    modelName: "account",
    fields: {
      userId: "user_id",
      accountId: "account_id",
      providerId: "provider_id",
      accessToken: "access_token",
      refreshToken: "refresh_token",
      idToken: "id_token",
      accessTokenExpiresAt: "access_token_expires_at",
      refreshTokenExpiresAt: "refresh_token_expires_at",
      createdAt: "created_at",
      updatedAt: "updated_at",
    },
  },
  verification: {
    modelName: "verification",
    fields: { createdAt: "created_at", updatedAt: "updated_at", expiresAt: "expires_at" },
  },
} satisfies Pick<BetterAuthOptions, "user" | "session" | "account" | "verification">;

const refuseUnverified = (verified: boolean | undefined): void => {
  if (verified !== true) throw new APIError("BAD_REQUEST", { code: "USER_VERIFICATION_MISSING" });
};

const passkeys = ({ config }: Setting) =>
  passkey({
    rpID: new URL(config.url).hostname,
    rpName: "Bongsu",
    origin: config.url,
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    registration: {
      afterVerification: async ({ verification }) => refuseUnverified(verification.registrationInfo?.userVerified),
    },
    authentication: {
      afterVerification: async ({ verification }) => refuseUnverified(verification.authenticationInfo.userVerified),
    },
    schema: {
      passkey: {
        modelName: "passkey",
        fields: {
          userId: "user_id",
          publicKey: "public_key",
          credentialID: "credential_id",
          deviceType: "device_type",
          backedUp: "backed_up",
          createdAt: "created_at",
        },
      },
    },
  });

const secondFactor = ({ secret }: Setting) =>
  twoFactor({
    issuer: "Bongsu",
    totpOptions: { digits: 6, period: 30 },
    backupCodeOptions: {
      amount: limits.recoveryCodes,
      customBackupCodesGenerate: newRecoveryCodes,
      storeBackupCodes: recoveryStorage(secret),
    },
    // Our own lock-out counts passwords and codes together, by our clock.
    accountLockout: { enabled: false },
    schema: {
      user: { fields: { twoFactorEnabled: "two_factor_enabled" } },
      twoFactor: {
        modelName: "two_factor",
        fields: {
          userId: "user_id",
          backupCodes: "backup_codes",
          failedVerificationCount: "failed_verification_count",
          lockedUntil: "locked_until",
        },
      },
    },
  });

const singleSignOn = (setting: Setting, provider: Provider) =>
  genericOAuth({
    config: [
      {
        providerId: "sso",
        ...provider,
        scopes: ["openid", "email", "profile"],
        pkce: true,
        requireIdTokenVerification: true,
        // Who comes in is decided in `admit`.
        disableSignUp: true,
        disableProviderLogout: true,
        mapProfileToUser: (profile) => admit(setting, profile),
      },
    ],
  });

/** better-auth's settings: everything that opens, calls out or counts by itself is off. */
export function libraryOptions(setting: Setting, provider: Provider | null): BetterAuthOptions {
  const { database, clock, config, secret, earlierSecrets, cookies, log } = setting;
  return {
    appName: "Bongsu",
    baseURL: config.url,
    basePath: "/api/auth",
    secret,
    // Given here, since the library would otherwise look for them in the environment.
    secrets: [secret, ...earlierSecrets].map((value) => ({ version: versionOf(value), value })),
    database: { db: database.kysely, type: "postgres" },
    trustedOrigins: [config.url],
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    logger: {
      level: "warn",
      log: (level, message, ...args) => {
        const [err] = args.filter((arg) => arg instanceof Error);
        // What it calls an error is most often a caller's; what is ours, `pass` reports.
        if (level === "error") log.warn({ err }, `sign-in: ${message}`);
        else log.debug({ err }, `sign-in: ${message}`);
      },
    },
    user: models.user,
    session: {
      ...models.session,
      expiresIn: seconds(limits.session.absolute),
      // Being used, being idle and being fresh is counted in sessions.ts; what comes here is alive.
      disableSessionRefresh: true,
      freshAge: 0,
    },
    account: {
      ...models.account,
      updateAccountOnSignIn: false,
      accountLinking: { enabled: true, requireLocalEmailVerified: true, trustedProviders: [] },
    },
    verification: { ...models.verification, storeIdentifier: "hashed" },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: limits.password.shortest,
      maxPasswordLength: limits.password.longest,
      resetPasswordTokenExpiresIn: seconds(limits.passwordReset),
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: ({ user, token }) => resetLetter(setting, user.id, token),
    },
    onAPIError: { errorURL: `${config.url}/sign-in` },
    databaseHooks: {
      session: {
        create: {
          before: async (session, context) => {
            const person = await personById(database.kysely, session.userId);
            if (person?.status !== "active") throw new APIError("FORBIDDEN", { code: "ACCOUNT_SUSPENDED" });
            const path = context?.path ?? "";
            const before = (context?.headers?.get(told.strength) ?? null) as Strength | null;
            const since = context?.headers?.get(told.since) ?? null;
            const now = clock.now();
            const createdAt = since === null || path === "/two-factor/verify-totp" ? now : new Date(since);
            const expiresAt = new Date(createdAt.getTime() + limits.session.absolute);
            const strength = strengthAfter(path, before);
            return { data: { ...session, strength, createdAt, updatedAt: now, expiresAt } };
          },
        },
      },
      // What the provider of single sign-on hands out is good for nothing here: it is not kept.
      account: {
        create: {
          before: async (account) => ({ data: { ...account, accessToken: null, refreshToken: null, idToken: null } }),
        },
      },
    },
    plugins: [
      passkeys(setting),
      secondFactor(setting),
      ...(provider === null ? [] : [singleSignOn(setting, provider)]),
    ],
    advanced: {
      cookiePrefix: cookies.prefix,
      useSecureCookies: false,
      defaultCookieAttributes: { httpOnly: true, secure: cookies.secure, sameSite: "lax", path: "/" },
      disableCSRFCheck: false,
      disableOriginCheck: false,
      ipAddress: { ipAddressHeaders: [told.address], ipv6Subnet: 128 },
      backgroundTasks: { handler: setting.behind },
      database: { generateId: () => newId(clock.now()), validateSchema: false },
    },
  };
}

/** The library at work: it answers requests that we make for it. */
export interface Library {
  handle(request: Request): Promise<Response>;
  /** What stands behind a one-time word (a link's, a cookie's); null where it is unknown or over. */
  standsFor(word: string): Promise<string | null>;
}

export function openLibrary(setting: Setting, provider: Provider | null): Library {
  const auth = betterAuth(libraryOptions(setting, provider));
  return {
    handle: (request) => auth.handler(request),
    standsFor: async (word) => {
      const { internalAdapter } = await auth.$context;
      const found = await internalAdapter.findVerificationValue(word);
      return found === null || found.expiresAt < new Date() ? null : found.value;
    },
  };
}
