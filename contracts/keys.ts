import type { Text } from "@bongsu/base";
import { z } from "zod";
import { contract } from "./contract.ts";
import { described } from "./described.ts";
import { handle, id, instant, line, wordOf } from "./fields.ts";
import { pageOf, paging } from "./page.ts";
import { inHub, inOrganisation, organisationRoles } from "./who.ts";

export const makerStatuses = {
  active: { en: "Active", ko: "활동" },
  suspended: { en: "Suspended", ko: "정지" },
  left: { en: "No longer in the organisation", ko: "기관을 떠남" },
} satisfies Record<string, Text>;

export const serviceAccount = z.object({
  id,
  name: z.string(),
  role: wordOf(organisationRoles),
  since: instant,
  /** Who made it, and whether they are still there: an account without anybody who answers for it is one to look at. */
  maker: z.object({ name: z.string(), status: wordOf(makerStatuses) }).nullable(),
  disabledAt: instant.nullable(),
  /** Keys that work now. */
  keys: z.int(),
  lastUsedAt: instant.nullable(),
});

/** `exposure:read`, `exposure:write`, `exposure:*`, `*:read`, `*`. */
export const scope = described(
  z
    .string()
    .regex(
      /^(\*|\*:read|[a-z]{1,40}:(read|write|\*))$/,
      "capability:read, capability:write, capability:*, *:read or *",
    ),
  {
    en: "capability:read, capability:write, capability:*, *:read or *",
    ko: "기능:read, 기능:write, 기능:*, *:read 또는 *",
  },
);

export const apiKey = z.object({
  id,
  account: id,
  /** The secret's first characters. */
  hint: z.string(),
  scopes: z.array(z.string()),
  since: instant,
  expiresAt: instant,
  /** From when on it does not work: in the future while a rotated key lives on. */
  revokedAt: instant.nullable(),
  replacedBy: id.nullable(),
  lastUsedAt: instant.nullable(),
  lastUsedFrom: z.string().nullable(),
});

/** A new key with its token, which is shown this once. */
export const newKey = apiKey.extend({ token: z.string() });

const administrators = [inOrganisation("organisation-administrator"), inHub("hub-administrator")];
const own = z.object({ organisation: handle });
const unknown = ["members.unknown-organisation", "keys.unknown-account"];
const days = described(z.int().min(1).max(366).default(90), {
  en: "days until it expires",
  ko: "만료까지의 일수",
});

export const listServiceAccounts = contract({
  name: "keys.listAccounts",
  method: "GET",
  path: "/organisations/{organisation}/service-accounts",
  summary: { en: "List an organisation's service accounts", ko: "서비스 계정 목록" },
  who: administrators,
  input: own.extend(paging(["name"])),
  output: pageOf(serviceAccount),
  errors: ["members.unknown-organisation"],
});

export const createServiceAccount = contract({
  name: "keys.createAccount",
  method: "POST",
  path: "/organisations/{organisation}/service-accounts",
  summary: { en: "Make a service account", ko: "서비스 계정 만들기" },
  who: [inOrganisation("organisation-administrator")],
  input: own.extend({ name: line(100), role: wordOf(organisationRoles) }),
  output: serviceAccount,
  errors: [
    "members.unknown-organisation",
    "keys.account-exists",
    "keys.role-too-high",
    "keys.too-many-accounts",
    "keys.not-permitted-to-machines",
  ],
  agent: "never",
  creates: true,
  fresh: true,
  records: ["name", "role"],
});

export const setServiceAccountStatus = contract({
  name: "keys.setAccountStatus",
  method: "PUT",
  path: "/organisations/{organisation}/service-accounts/{account}/status",
  summary: { en: "Disable a service account, or enable it again", ko: "서비스 계정 중지 또는 재개" },
  who: administrators,
  input: own.extend({ account: id, status: z.enum(["active", "disabled"]) }),
  output: serviceAccount,
  errors: [...unknown, "keys.not-permitted-to-machines"],
  agent: "never",
  records: ["status"],
});

export const listKeys = contract({
  name: "keys.listKeys",
  method: "GET",
  path: "/organisations/{organisation}/service-accounts/{account}/keys",
  summary: { en: "List a service account's API keys", ko: "API 키 목록" },
  who: administrators,
  input: own.extend({ account: id, ...paging(["-since"]) }),
  output: pageOf(apiKey),
  errors: unknown,
});

export const createKey = contract({
  name: "keys.createKey",
  method: "POST",
  path: "/organisations/{organisation}/service-accounts/{account}/keys",
  summary: { en: "Make an API key; its token is shown this once", ko: "API 키 만들기(토큰은 한 번만 표시)" },
  who: [inOrganisation("organisation-administrator")],
  input: own.extend({ account: id, scopes: z.array(scope).min(1).max(50), days }),
  output: newKey,
  errors: [
    ...unknown,
    "keys.invalid-scope",
    "keys.account-disabled",
    "keys.too-many-keys",
    "keys.not-permitted-to-machines",
  ],
  agent: "never",
  creates: true,
  fresh: true,
  records: ["scopes", "days"],
});

export const rotateKey = contract({
  name: "keys.rotateKey",
  method: "POST",
  path: "/organisations/{organisation}/keys/{key}/rotation",
  summary: {
    en: "Replace an API key; the old one lives on for some hours",
    ko: "API 키 교체(이전 키는 유예 시간 동안 유효)",
  },
  /** A machine may replace the key that it uses, and no other. */
  who: [inOrganisation("read-only")],
  input: own.extend({
    key: id,
    days,
    grace: described(z.int().min(0).max(168).default(24), {
      en: "hours for which the old key still works",
      ko: "이전 키가 유효한 시간",
    }),
  }),
  output: newKey,
  errors: [
    "members.unknown-organisation",
    "keys.unknown-key",
    "keys.already-replaced",
    "keys.account-disabled",
    "keys.too-many-keys",
    "keys.not-permitted",
  ],
  agent: "never",
  creates: true,
  records: ["grace", "days"],
});

export const revokeKey = contract({
  name: "keys.revokeKey",
  method: "DELETE",
  path: "/organisations/{organisation}/keys/{key}",
  summary: { en: "Revoke an API key now", ko: "API 키 즉시 폐기" },
  who: administrators,
  input: own.extend({ key: id }),
  output: apiKey,
  errors: ["members.unknown-organisation", "keys.unknown-key", "keys.not-permitted-to-machines"],
  agent: "never",
});
