import { randomBytes } from "node:crypto";
import { isIP } from "node:net";
import { domainToASCII } from "node:url";
import { sql } from "kysely";
import type { Executor } from "../../platform/database/database.ts";
import { memberProblems } from "./problems.ts";
import type { MembersTables } from "./tables.ts";

export interface OrganisationDomain {
  domain: string;
  token: string;
  addedAt: Date;
  verifiedAt: Date | null;
}

const most = 50;

/** Name and value of the TXT record by which an organisation shows that a domain is its own (RFC 1035 §3.3.14). */
export const txtRecord = ({ domain, token }: Pick<OrganisationDomain, "domain" | "token">) => ({
  record: `_bongsu.${domain}`,
  value: `bongsu-verification=${token}`,
});

/** A domain as DNS writes it: small ASCII letters, international names encoded (RFC 5891). Throws `members.invalid-domain`. */
export function normalDomain(given: string): string {
  const written = given.trim().replace(/\.$/, "");
  // The conversion reads a URL's host, and would pass over what follows it or stands within it.
  const domain = /[\s/\\?#@:%[\]]/.test(written) ? "" : domainToASCII(written).toLowerCase();
  const labels = domain.split(".");
  const isName = labels.length > 1 && labels.every((label) => /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(label));
  // The record's own label must fit, too (RFC 1035 §2.3.4).
  if (!isName || domain.length > 244 || isIP(domain) !== 0 || /^\d+$/.test(labels.at(-1) ?? "")) {
    throw memberProblems.error("members.invalid-domain", { domain: given });
  }
  return domain;
}

const columns = sql`domain, token, added_at as "addedAt", verified_at as "verifiedAt"`;

/** Throws `members.unknown-domain`. */
export async function findDomain(
  database: Executor,
  organisation: string,
  domain: string,
): Promise<OrganisationDomain> {
  const { rows } = await sql<OrganisationDomain>`
    select ${columns} from organisation_domain where organisation = ${organisation} and domain = ${domain}
  `.execute(database);
  const [found] = rows;
  if (found === undefined) throw memberProblems.error("members.unknown-domain", { domain });
  return found;
}

/** Domains in order, after one; one more than the limit, where there are more. */
export async function domainsOf(
  database: Executor,
  organisation: string,
  after: string,
  limit: number,
): Promise<OrganisationDomain[]> {
  const { rows } = await sql<OrganisationDomain>`
    select ${columns} from organisation_domain where organisation = ${organisation} and domain > ${after}
    order by domain limit ${limit + 1}
  `.execute(database);
  return rows;
}

/** Throws `members.invalid-domain`, `members.domain-exists`, `members.too-many-domains`. */
export async function addDomain(
  transaction: Executor,
  now: Date,
  organisation: string,
  given: string,
): Promise<string> {
  const domain = normalDomain(given);
  await sql`select 1 from organisation where id = ${organisation} for update`.execute(transaction);
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from organisation_domain where organisation = ${organisation}
  `.execute(transaction);
  if ((rows[0]?.count ?? 0) >= most) throw memberProblems.error("members.too-many-domains", { limit: most });
  const done = await transaction
    .withTables<MembersTables>()
    .insertInto("organisation_domain")
    .values({ organisation, domain, token: randomBytes(24).toString("base64url"), added_at: now })
    .onConflict((conflict) => conflict.columns(["organisation", "domain"]).doNothing())
    .executeTakeFirst();
  if (done.numInsertedOrUpdatedRows !== 1n) throw memberProblems.error("members.domain-exists", { domain });
  return domain;
}

/** Whether it is the organisation's from now on: false where the domain is another's, or was removed meanwhile. */
export async function markVerified(
  transaction: Executor,
  now: Date,
  organisation: string,
  domain: string,
): Promise<boolean> {
  await sql`select 1 from organisation_domain where domain = ${domain} order by organisation for update`.execute(
    transaction,
  );
  const { rows } = await sql`
    update organisation_domain d set verified_at = coalesce(d.verified_at, ${now})
    where d.organisation = ${organisation} and d.domain = ${domain} and not exists (
      select 1 from organisation_domain other
      where other.domain = d.domain and other.organisation <> d.organisation and other.verified_at is not null)
    returning 1
  `.execute(transaction);
  return rows.length === 1;
}

/** Throws `members.unknown-domain`. */
export async function removeDomain(transaction: Executor, organisation: string, domain: string): Promise<void> {
  await findDomain(transaction, organisation, domain);
  await sql`delete from organisation_domain where organisation = ${organisation} and domain = ${domain}`.execute(
    transaction,
  );
}
