import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/database/database.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { emit } from "../../platform/events/index.ts";
import { markVerified, type OrganisationDomain, txtRecord } from "./domains.ts";
import type { MembersTables } from "./tables.ts";

/** Asks DNS for the TXT records of a name; nothing where there are none. May throw where DNS cannot be asked. */
export type ResolveTxt = (name: string) => Promise<readonly string[]>;

/** A job of this kind looks for the record of one domain. */
export const domainCheckJob = "members.check-domain";

export interface DomainCheck {
  organisation: string;
  domain: string;
}

/** A zone may hold as many records as it likes; nobody needs more than these to be looked at. */
const looked = 100;

/** Whether DNS holds the record that shows the domain to be the organisation's. */
export async function hasRecord(
  resolveTxt: ResolveTxt,
  domain: Pick<OrganisationDomain, "domain" | "token">,
): Promise<boolean> {
  const { record, value } = txtRecord(domain);
  const found = await resolveTxt(record);
  return found.slice(0, looked).some((text) => text.trim() === value);
}

/**
 * Looks for the record of a domain and, where it is there, marks the domain as verified. DNS is asked outside of the
 * transaction: it may be slow. Gives whether the domain is the organisation's.
 */
export async function checkDomain(
  database: Database,
  clock: Clock,
  resolveTxt: ResolveTxt,
  { organisation, domain }: DomainCheck,
): Promise<boolean> {
  const row = await database.kysely
    .withTables<MembersTables>()
    .selectFrom("organisation_domain")
    .select(["domain", "token", "verified_at"])
    .where("organisation", "=", organisation)
    .where("domain", "=", domain)
    .executeTakeFirst();
  if (row === undefined) return false;
  if (row.verified_at !== null) return true;
  if (!(await hasRecord(resolveTxt, row))) return false;
  return inTransaction(database, async (transaction) => {
    const verified = await markVerified(transaction, clock.now(), organisation, domain);
    const kind = verified ? "members.domain-verified" : "members.domain-taken";
    await emit(transaction, clock, { kind, organisation, subject: { kind: "domain", id: domain } });
    return verified;
  });
}
