import type { Text } from "@bongsu/base";
import { z } from "zod";
import { contract } from "./contract.ts";
import { described } from "./described.ts";
import { email, handle, id, instant, line, prose, text, wordOf } from "./fields.ts";
import { pageOf, paging } from "./page.ts";
import { inHub, inOrganisation, member } from "./who.ts";
import { criticalities, sectors, sizes } from "./words.ts";

/** ISO 3166-2. */
export const region = z.string().regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/);

export const organisationStatuses = {
  active: { en: "Active", ko: "활동" },
  suspended: { en: "Suspended", ko: "정지" },
  left: { en: "Left", ko: "탈퇴" },
} satisfies Record<string, Text>;

export type OrganisationStatus = keyof typeof organisationStatuses;

/** An organisation as every member may know it. */
export const organisation = z.object({
  handle,
  name: text(200),
  sector: wordOf(sectors),
  region,
  size: wordOf(sizes),
  criticality: wordOf(criticalities),
  /** Handle of the organisation that it is a part of. */
  parent: handle.nullable(),
  status: wordOf(organisationStatuses),
  since: instant,
});

/** Whom to reach around the clock. */
export const contact = z.object({
  name: line(100).nullable(),
  email: email.nullable(),
  phone: line(40).nullable(),
});

/** An organisation with its contact: null for those who may not know it. */
export const organisationDetails = organisation.extend({ contact: contact.nullable() });

const facts = {
  name: text(200),
  sector: wordOf(sectors),
  region,
  size: wordOf(sizes),
  criticality: wordOf(criticalities),
};

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
const own = z.object({ organisation: handle });

export const listOrganisations = contract({
  name: "members.listOrganisations",
  method: "GET",
  path: "/organisations",
  summary: { en: "List the member organisations", ko: "회원 기관 목록" },
  who: [member],
  input: z.object({
    ...paging(["handle", "-since"]),
    /** A part of its handle or of its name. */
    search: line(100).optional(),
    sector: wordOf(sectors).optional(),
    region: region.optional(),
    status: organisation.shape.status.optional(),
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
    handle,
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
    organisation: handle,
    name: facts.name.optional(),
    size: facts.size.optional(),
    contact: contactField.optional(),
    sector: facts.sector.optional(),
    region: facts.region.optional(),
    criticality: facts.criticality.optional(),
    parent: parent.optional(),
    status: wordOf(organisationStatuses).optional(),
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
  input: z.object({ organisation: handle, reason: prose(2000) }),
  output: z.object({ approval: id }),
  errors: ["members.unknown-organisation", "approvals.already-requested", "people.last-hub-administrator"],
  agent: "never",
  creates: true,
  approval: true,
  fresh: true,
});

/** A domain of an organisation, and the DNS record that proves it. */
export const organisationDomain = z.object({
  domain: z.string(),
  /** Name and value of the TXT record (RFC 1035 §3.3.14) to publish. */
  record: z.string(),
  value: z.string(),
  addedAt: instant,
  verifiedAt: instant.nullable(),
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
  output: z.object({ domain: z.string() }),
  errors: ["members.unknown-organisation", "members.invalid-domain", "members.unknown-domain"],
});

/** The other side of a relation between a provider and its client. */
export const relation = z.object({
  organisation: handle,
  name: text(200),
  /** True once the client agreed: from then on the provider shares AMBER with it. */
  accepted: z.boolean(),
  since: instant,
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
  input: own.extend({ client: handle }),
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
  input: own.extend({ client: handle }),
  output: z.object({ client: handle }),
  errors: ["members.unknown-organisation", "members.unknown-client"],
});

export const acceptProvider = contract({
  name: "members.acceptProvider",
  method: "PUT",
  path: "/organisations/{organisation}/providers/{provider}",
  summary: { en: "Accept a provider that asks to serve one's organisation", ko: "제공 기관의 요청 수락" },
  who: [inOrganisation("organisation-administrator")],
  input: own.extend({ provider: handle }),
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
  input: own.extend({ provider: handle }),
  output: z.object({ provider: handle }),
  errors: ["members.unknown-organisation", "members.unknown-client"],
});

/** How much of an organisation's exposure a coordinator sees. */
export const disclosureLevels = {
  nothing: { en: "Nothing", ko: "비공개" },
  status: { en: "Status, without component names", ko: "상태만(구성요소 이름 제외)" },
  components: { en: "Status and components", ko: "상태와 구성요소" },
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
