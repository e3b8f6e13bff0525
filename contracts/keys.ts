import type { Text } from "@bongsu/base";
import { z } from "zod";
import { contract } from "./contract.ts";
import { described } from "./described.ts";
import { id, instant, line, wordOf } from "./fields.ts";
import { accountId, organisationHandle } from "./naming.ts";
import { pageOf, paging } from "./page.ts";
import { inHub, inOrganisation, organisationRoles } from "./who.ts";

export const makerStatuses = {
  active: { en: "Active", ko: "활동" },
  suspended: { en: "Suspended", ko: "정지" },
  left: { en: "No longer in the organisation", ko: "기관을 떠남" },
} satisfies Record<string, Text>;

export const serviceAccount = z.object({
  id: described(id, { en: "by which the service account is named", ko: "서비스 계정의 식별자" }),
  name: described(z.string(), { en: "what the machine or its task is called", ko: "기계나 업무의 이름" }),
  role: described(wordOf(organisationRoles), { en: "what its keys may do at most", ko: "키로 할 수 있는 일의 상한" }),
  since: described(instant, { en: "when it was made", ko: "만든 시각" }),
  maker: described(
    z
      .object({
        name: described(z.string(), { en: "that person's name", ko: "만든 사람의 이름" }),
        status: described(wordOf(makerStatuses), {
          en: "whether they are still there: an account that nobody answers for is one to look at",
          ko: "아직 있는지. 책임질 사람이 없는 계정은 확인해야 합니다",
        }),
      })
      .nullable(),
    { en: "who made it; null where that person is not known", ko: "만든 사람. 알 수 없으면 null" },
  ),
  disabledAt: described(instant.nullable(), {
    en: "since when it is disabled; null while it works",
    ko: "중지된 시각. 쓸 수 있으면 null",
  }),
  keys: described(z.int(), { en: "how many keys work now", ko: "지금 유효한 키의 수" }),
  lastUsedAt: described(instant.nullable(), {
    en: "when one of its keys was last used, to the minute; null if never",
    ko: "키를 마지막으로 쓴 시각(분 단위). 쓴 적이 없으면 null",
  }),
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
  id: described(id, { en: "by which the key is rotated and revoked; no secret", ko: "키의 식별자. 비밀이 아닙니다" }),
  account: described(id, { en: "id of the service account that it acts for", ko: "서비스 계정의 식별자" }),
  hint: described(z.string(), { en: "the secret's first characters, to know it by", ko: "키를 알아보기 위한 앞 글자" }),
  scopes: described(z.array(z.string()), {
    en: "what it may be used for, within the account's role",
    ko: "서비스 계정의 역할 안에서 허용된 키 범위",
  }),
  since: described(instant, { en: "when it was made", ko: "만든 시각" }),
  expiresAt: described(instant, { en: "until when it works", ko: "만료 시각" }),
  revokedAt: described(instant.nullable(), {
    en: "from when on it does not work: in the future while a rotated key lives on; null where nobody ended it",
    ko: "폐기 시각. 교체된 키가 유예 중이면 미래의 시각, 폐기하지 않았으면 null",
  }),
  replacedBy: described(id.nullable(), {
    en: "id of the key that took its place; null without one",
    ko: "대신하는 새 키의 식별자. 없으면 null",
  }),
  lastUsedAt: described(instant.nullable(), {
    en: "when it was last used, to the minute; null if never",
    ko: "마지막으로 쓴 시각(분 단위). 쓴 적이 없으면 null",
  }),
  lastUsedFrom: described(z.string().nullable(), {
    en: "IP address that it was last used from; null if never",
    ko: "마지막으로 쓴 IP 주소. 쓴 적이 없으면 null",
  }),
});

/** A new key with its token, which is shown this once. */
export const newKey = apiKey.extend({
  token: described(z.string(), {
    en: "the secret itself, shown this once; the hub keeps its SHA-256 only",
    ko: "키의 비밀 값. 지금 한 번만 보이며 허브는 SHA-256만 보관합니다",
  }),
});

const administrators = [inOrganisation("organisation-administrator"), inHub("hub-administrator")];
const own = z.object({ organisation: organisationHandle });
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
  input: own.extend({
    name: described(line(100), {
      en: "what the machine or its task is called; no other account of the organisation has it",
      ko: "기계나 업무의 이름. 기관 안에서 겹칠 수 없습니다",
    }),
    role: described(wordOf(organisationRoles), {
      en: "what its keys may do at most; never above your own role",
      ko: "키로 할 수 있는 일의 상한. 만드는 사람의 역할보다 높을 수 없습니다",
    }),
  }),
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
  input: own.extend({
    account: accountId,
    status: described(z.enum(["active", "disabled"]), {
      en: "disabled: none of its keys works until it is active again",
      ko: "`disabled`이면 다시 `active`가 될 때까지 모든 키를 쓸 수 없습니다",
    }),
  }),
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
  input: own.extend({ account: accountId, ...paging(["-since"]) }),
  output: pageOf(apiKey),
  errors: unknown,
});

export const createKey = contract({
  name: "keys.createKey",
  method: "POST",
  path: "/organisations/{organisation}/service-accounts/{account}/keys",
  summary: { en: "Make an API key; its token is shown this once", ko: "API 키 만들기(토큰은 한 번만 표시)" },
  who: [inOrganisation("organisation-administrator")],
  input: own.extend({
    account: accountId,
    scopes: described(z.array(scope).min(1).max(50), {
      en: "what the key may be used for, within the account's role: `members:read`, `exposure:*`, `*:read`, `*`",
      ko: "서비스 계정의 역할 안에서 허용할 키 범위: `members:read`, `exposure:*`, `*:read`, `*`",
    }),
    days,
  }),
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
    key: described(id, { en: "id of the key that is replaced", ko: "교체할 키의 식별자" }),
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
  input: own.extend({ key: described(id, { en: "id of the key that is to end", ko: "폐기할 키의 식별자" }) }),
  output: apiKey,
  errors: ["members.unknown-organisation", "keys.unknown-key", "keys.not-permitted-to-machines"],
  agent: "never",
});
