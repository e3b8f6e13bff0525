import type { Text } from "@bongsu/base";
import { z } from "zod";
import { contract } from "./contract.ts";
import { described } from "./described.ts";
import { handle, id, instant, line, prose, text, wordOf } from "./fields.ts";
import { organisationHandle } from "./naming.ts";
import { contact, organisation, organisationDetails, organisationStatuses } from "./organisation.ts";
import { pageOf, paging } from "./page.ts";
import { inHub, inOrganisation, member } from "./who.ts";
import { sectors } from "./words.ts";

const { name, sector, region, size, criticality } = organisation.shape;
const facts = { name, sector, region, size, criticality };

const parent = described(handle.nullable(), {
  en: "handle of the organisation that it is a part of",
  ko: "상위 기관의 짧은 이름",
});
const contactField = described(contact, {
  en: "whom to reach around the clock; seen by its own people, coordinators and hub administrators",
  ko: "24시간 연락처. 기관 구성원, 조정자, 허브 관리자만 봅니다",
});
const administrators = [inOrganisation("organisation-administrator"), inHub("hub-administrator")];
const readers = [inOrganisation("read-only"), inHub("hub-administrator")];
const own = z.object({ organisation: organisationHandle });

export const listOrganisations = contract({
  name: "members.listOrganisations",
  method: "GET",
  path: "/organisations",
  summary: { en: "List the member organisations", ko: "회원 기관 목록" },
  who: [member],
  input: z.object({
    ...paging(["handle", "-since"]),
    search: described(line(100).optional(), {
      en: "a part of its handle or of its name",
      ko: "짧은 이름이나 기관 이름의 일부",
    }),
    sector: described(wordOf(sectors).optional(), { en: "only organisations of this sector", ko: "이 분야의 기관만" }),
    region: described(region.optional(), {
      en: "only organisations of this region (ISO 3166-2)",
      ko: "이 지역(ISO 3166-2)의 기관만",
    }),
    status: described(organisation.shape.status.optional(), {
      en: "only organisations that are active, suspended or have left",
      ko: "이 상태인 기관만",
    }),
  }),
  output: pageOf(organisation),
});

export const showOrganisation = contract({
  name: "members.showOrganisation",
  method: "GET",
  path: "/organisations/{organisation}",
  summary: { en: "Show an organisation", ko: "기관 보기" },
  who: [member],
  input: own,
  output: organisationDetails,
  errors: ["members.unknown-organisation"],
});

export const addOrganisation = contract({
  name: "members.addOrganisation",
  method: "POST",
  path: "/organisations",
  summary: { en: "Add an organisation", ko: "기관 추가" },
  who: [inHub("hub-administrator"), inHub("national-coordinator")],
  input: z.object({
    handle: described(handle, {
      en: "short name for addresses and command lines: small letters, digits and hyphens, a letter first; cannot be changed later",
      ko: "주소와 명령에 쓰는 짧은 이름. 영문 소문자로 시작하고 소문자, 숫자, 붙임표만 씁니다. 나중에 바꿀 수 없습니다",
    }),
    ...facts,
    size: facts.size.default("unknown"),
    criticality: facts.criticality.default("medium"),
    parent: parent.default(null),
    contact: contactField.optional(),
  }),
  output: organisationDetails,
  errors: ["members.organisation-exists", "members.unknown-region", "members.unknown-parent"],
  creates: true,
  records: ["handle"],
});

export const changeOrganisation = contract({
  name: "members.changeOrganisation",
  method: "PATCH",
  path: "/organisations/{organisation}",
  summary: { en: "Change an organisation", ko: "기관 정보 변경" },
  who: administrators,
  input: z.object({
    organisation: organisationHandle,
    name: facts.name.optional(),
    size: facts.size.optional(),
    contact: contactField.optional(),
    sector: facts.sector.optional(),
    region: facts.region.optional(),
    criticality: facts.criticality.optional(),
    parent: parent.optional(),
    status: described(wordOf(organisationStatuses).optional(), {
      en: "suspended or left: its people and keys can do nothing from then on",
      ko: "정지나 탈퇴로 바꾸면 그때부터 기관의 사용자와 키는 아무것도 할 수 없습니다",
    }),
  }),
  output: organisationDetails,
  errors: [
    "members.unknown-organisation",
    "members.not-permitted-field",
    "members.unknown-region",
    "members.unknown-parent",
    "members.parent-circle",
    "people.last-hub-administrator",
  ],
  records: ["size", "sector", "region", "criticality", "parent", "status"],
});

export const removeOrganisation = contract({
  name: "members.removeOrganisation",
  method: "POST",
  path: "/organisations/{organisation}/removal",
  summary: { en: "Remove an organisation with all that is its own", ko: "기관과 그 소유 자료를 모두 삭제" },
  who: [inHub("hub-administrator")],
  input: z.object({
    organisation: organisationHandle,
    reason: described(prose(2000), {
      en: "why; the second person reads it",
      ko: "삭제하는 이유. 두 번째 사람이 읽습니다",
    }),
  }),
  output: z.object({
    approval: described(id, {
      en: "id of the request that waits for a second person",
      ko: "두 번째 사람을 기다리는 승인 요청의 식별자",
    }),
  }),
  errors: ["members.unknown-organisation", "approvals.already-requested", "people.last-hub-administrator"],
  agent: "never",
  creates: true,
  approval: true,
  fresh: true,
});

/** A domain of an organisation, and the DNS record that proves it. */
export const organisationDomain = z.object({
  domain: described(z.string(), {
    en: "the name that is proved, without a dot at the end",
    ko: "확인할 도메인 이름(끝의 점 없이)",
  }),
  record: described(z.string(), {
    en: "name of the TXT record (RFC 1035 §3.3.14) to publish",
    ko: "게시할 TXT 레코드의 이름(RFC 1035 §3.3.14)",
  }),
  value: described(z.string(), { en: "what that TXT record says", ko: "그 TXT 레코드의 값" }),
  addedAt: described(instant, { en: "when it was added", ko: "추가된 시각" }),
  verifiedAt: described(instant.nullable(), {
    en: "since when it is proved; null until then",
    ko: "소유가 확인된 시각. 그전에는 null",
  }),
});

const domain = described(line(253), { en: "a domain name, example.kr", ko: "도메인 이름, 예: example.kr" });

export const listDomains = contract({
  name: "members.listDomains",
  method: "GET",
  path: "/organisations/{organisation}/domains",
  summary: { en: "List an organisation's domains", ko: "기관의 도메인 목록" },
  who: administrators,
  input: own.extend(paging(["domain"])),
  output: pageOf(organisationDomain),
  errors: ["members.unknown-organisation"],
});

export const addDomain = contract({
  name: "members.addDomain",
  method: "POST",
  path: "/organisations/{organisation}/domains",
  summary: { en: "Add a domain to an organisation", ko: "기관에 도메인 추가" },
  who: administrators,
  input: own.extend({ domain }),
  output: organisationDomain,
  errors: [
    "members.unknown-organisation",
    "members.invalid-domain",
    "members.domain-exists",
    "members.too-many-domains",
  ],
  creates: true,
  records: ["domain"],
});

export const checkDomain = contract({
  name: "members.checkDomain",
  method: "POST",
  path: "/organisations/{organisation}/domains/{domain}/check",
  summary: { en: "Look for a domain's DNS record now", ko: "도메인의 DNS 레코드 확인" },
  who: administrators,
  input: own.extend({ domain }),
  output: organisationDomain,
  errors: ["members.unknown-organisation", "members.invalid-domain", "members.unknown-domain"],
});

export const confirmDomain = contract({
  name: "members.confirmDomain",
  method: "PUT",
  path: "/organisations/{organisation}/domains/{domain}/confirmation",
  summary: { en: "Confirm a domain by hand, where no DNS can be asked", ko: "DNS를 쓸 수 없을 때 도메인을 직접 확인" },
  who: [inHub("hub-administrator")],
  input: own.extend({ domain }),
  output: organisationDomain,
  errors: ["members.unknown-organisation", "members.invalid-domain", "members.unknown-domain", "members.domain-taken"],
  agent: "never",
});

export const removeDomain = contract({
  name: "members.removeDomain",
  method: "DELETE",
  path: "/organisations/{organisation}/domains/{domain}",
  summary: { en: "Remove a domain from an organisation", ko: "기관에서 도메인 삭제" },
  who: administrators,
  input: own.extend({ domain }),
  output: z.object({ domain: described(z.string(), { en: "the name that was removed", ko: "삭제한 도메인 이름" }) }),
  errors: ["members.unknown-organisation", "members.invalid-domain", "members.unknown-domain"],
});

/** The other side of a relation between a provider and its client. */
export const relation = z.object({
  organisation: described(handle, { en: "handle of the other side", ko: "상대 기관의 짧은 이름" }),
  name: described(text(200), { en: "the other side's name", ko: "상대 기관의 이름" }),
  accepted: described(z.boolean(), {
    en: "true once the client agreed: from then on what is AMBER for the provider reaches the client",
    ko: "고객 기관이 수락했으면 true. 그때부터 제공 기관의 AMBER가 고객 기관에도 보입니다",
  }),
  since: described(instant, { en: "when it was asked for, or accepted", ko: "요청했거나 수락한 시각" }),
});

export const listClients = contract({
  name: "members.listClients",
  method: "GET",
  path: "/organisations/{organisation}/clients",
  summary: { en: "List the clients that an organisation serves", ko: "기관이 맡은 고객 기관 목록" },
  who: readers,
  input: own.extend(paging(["handle"])),
  output: pageOf(relation),
  errors: ["members.unknown-organisation"],
});

export const listProviders = contract({
  name: "members.listProviders",
  method: "GET",
  path: "/organisations/{organisation}/providers",
  summary: { en: "List the providers that serve an organisation", ko: "기관을 맡은 제공 기관 목록" },
  who: readers,
  input: own.extend(paging(["handle"])),
  output: pageOf(relation),
  errors: ["members.unknown-organisation"],
});

export const addClient = contract({
  name: "members.addClient",
  method: "POST",
  path: "/organisations/{organisation}/clients",
  summary: { en: "Ask an organisation to be a client", ko: "고객 기관으로 요청" },
  who: [inOrganisation("organisation-administrator")],
  input: own.extend({
    client: described(handle, {
      en: "handle of the organisation that is to be served",
      ko: "고객이 될 기관의 짧은 이름",
    }),
  }),
  output: relation,
  errors: ["members.unknown-organisation", "members.own-client", "members.already-client"],
  creates: true,
  records: ["client"],
});

export const removeClient = contract({
  name: "members.removeClient",
  method: "DELETE",
  path: "/organisations/{organisation}/clients/{client}",
  summary: { en: "End serving a client, or take the request back", ko: "고객 관계 종료 또는 요청 취소" },
  who: [inOrganisation("organisation-administrator")],
  input: own.extend({
    client: described(handle, { en: "handle of the organisation that is served", ko: "고객 기관의 짧은 이름" }),
  }),
  output: z.object({
    client: described(handle, {
      en: "handle of the organisation that is served no more",
      ko: "더는 고객이 아닌 기관의 짧은 이름",
    }),
  }),
  errors: ["members.unknown-organisation", "members.unknown-client"],
});

export const acceptProvider = contract({
  name: "members.acceptProvider",
  method: "PUT",
  path: "/organisations/{organisation}/providers/{provider}",
  summary: { en: "Accept a provider that asks to serve one's organisation", ko: "제공 기관의 요청 수락" },
  who: [inOrganisation("organisation-administrator")],
  input: own.extend({
    provider: described(handle, {
      en: "handle of the organisation that asks to serve",
      ko: "요청한 제공 기관의 짧은 이름",
    }),
  }),
  output: relation,
  errors: ["members.unknown-organisation", "members.unknown-request"],
  agent: "never",
});

export const removeProvider = contract({
  name: "members.removeProvider",
  method: "DELETE",
  path: "/organisations/{organisation}/providers/{provider}",
  summary: { en: "Decline or end being served by a provider", ko: "제공 기관 거절 또는 관계 종료" },
  who: [inOrganisation("organisation-administrator")],
  input: own.extend({
    provider: described(handle, {
      en: "handle of the organisation that serves or asks to",
      ko: "제공 기관 또는 요청한 기관의 짧은 이름",
    }),
  }),
  output: z.object({
    provider: described(handle, {
      en: "handle of the organisation that serves no more",
      ko: "더는 제공 기관이 아닌 기관의 짧은 이름",
    }),
  }),
  errors: ["members.unknown-organisation", "members.unknown-client"],
});

/** How much of an organisation's exposure a coordinator sees. */
export const disclosureLevels = {
  nothing: { en: "Nothing", ko: "비공개" },
  status: { en: "Status, without component names", ko: "상태만(구성 요소 이름 제외)" },
  components: { en: "Status and components", ko: "상태와 구성 요소" },
} satisfies Record<string, Text>;

export type DisclosureLevel = keyof typeof disclosureLevels;

export const disclosureSettings = z.object({
  sector: described(wordOf(disclosureLevels), { en: "to the sector's coordinator", ko: "분야 조정자에게" }),
  national: described(wordOf(disclosureLevels), { en: "to national coordinators", ko: "국가 조정자에게" }),
});

export const showDisclosure = contract({
  name: "members.showDisclosure",
  method: "GET",
  path: "/organisations/{organisation}/disclosure",
  summary: { en: "Show what coordinators see of one's exposure", ko: "조정자가 보는 노출 범위" },
  who: [inOrganisation("read-only")],
  input: own,
  output: disclosureSettings,
  errors: ["members.unknown-organisation"],
});

export const setDisclosure = contract({
  name: "members.setDisclosure",
  method: "PUT",
  path: "/organisations/{organisation}/disclosure",
  summary: { en: "Set what coordinators see of one's exposure", ko: "조정자가 보는 노출 범위 설정" },
  who: [inOrganisation("organisation-administrator")],
  input: own.extend(disclosureSettings.shape),
  output: disclosureSettings,
  errors: ["members.unknown-organisation"],
  agent: "never",
  records: ["sector", "national"],
});
