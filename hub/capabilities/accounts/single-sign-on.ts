import { sql } from "kysely";
import { z } from "zod";
import { inTransaction } from "../../platform/database/transaction.ts";
import { acceptOpenInvitations } from "./invitations.ts";
import { addMembership, addPerson, personByEmail } from "./people.ts";
import type { Setting } from "./setting.ts";

const profileShape = z.object({
  email: z.email().max(254).toLowerCase(),
  email_verified: z.union([z.literal(true), z.literal("true")]),
  name: z.string().max(200).optional().catch(undefined),
});

/** The organisation that proved to own the domain of an address. */
async function organisationOf(setting: Setting, email: string): Promise<string | null> {
  const domain = email.slice(email.lastIndexOf("@") + 1);
  const { rows } = await sql<{ organisation: string }>`
    select d.organisation from organisation_domain d
    join organisation o on o.id = d.organisation and o.status = 'active'
    where d.domain = ${domain} and d.verified_at is not null
    order by d.verified_at limit 1
  `.execute(setting.database.kysely);
  return rows[0]?.organisation ?? null;
}

/**
 * Lets somebody in whom the provider vouches for, with an address that it calls verified: who has an account already,
 * who is invited, or, where that is switched on, whose address has an organisation's verified domain. For everybody
 * else no account comes to be, and the sign-in that follows finds none.
 */
export async function admit(setting: Setting, profile: unknown): Promise<{ email?: string; emailVerified: boolean }> {
  const vouched = profileShape.safeParse(profile);
  if (!vouched.success) return { emailVerified: false };
  const { email, name = email } = vouched.data;
  const now = setting.clock.now();
  if ((await personByEmail(setting.database.kysely, email)) === null) {
    const joins = setting.config.oidcDomainJoin === true ? await organisationOf(setting, email) : null;
    await inTransaction(setting.database, async (transaction) => {
      const invited = await acceptOpenInvitations(transaction, { email, name }, now);
      if (invited || joins === null) return;
      const person = await addPerson(transaction, { email, name, language: "ko" }, now);
      if (person === null) return;
      const grant = { organisation: joins, role: "read-only", sector: "", by: null };
      await addMembership(transaction, person, grant, now);
    });
  }
  return { email, emailVerified: true };
}
