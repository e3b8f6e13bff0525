import { changeMe as changing, type heldRole, type self, showMe as showing } from "@bongsu/contracts";
import { sql } from "kysely";
import type { z } from "zod";
import { type Context, operation } from "../../../../kernel/index.ts";
import { type PersonRow, presentRole, rolesAsJson } from "../../people-views.ts";
import { peopleProblems } from "../../problems.ts";
import type { MembersTables } from "../../tables.ts";

type Self = z.output<typeof self>;
type Language = Self["language"];

async function machine(context: Context, actor: Extract<Context["actor"], { kind: "service" }>): Promise<Self> {
  const { rows } = await sql<z.output<typeof heldRole>>`
    select o.handle as organisation, json_build_object('en', o.name_en, 'ko', o.name_ko) as name, a.role,
      null as sector, a.created_at as since
    from service_account a join organisation o on o.id = a.organisation where a.id = ${actor.account}
  `.execute(context.database);
  const { account, name, scopes } = actor;
  return { kind: "service", id: account, name, email: null, language: null, scopes: [...scopes], roles: rows };
}

async function person(context: Context, id: string): Promise<Self> {
  const roles = rolesAsJson(sql`m.person = p.id and o.status = 'active'`);
  const { rows } = await sql<Pick<PersonRow, "name" | "email" | "roles"> & { language: Language }>`
    select p.name, p.email, p.language, ${roles} as roles from person p where p.id = ${id}
  `.execute(context.database);
  const [row] = rows;
  if (row === undefined) throw peopleProblems.error("people.unknown-person");
  return { kind: "person", id, scopes: null, ...row, roles: row.roles.map(presentRole) };
}

async function me(context: Context): Promise<Self> {
  const { actor } = context;
  if (actor.kind === "service") return machine(context, actor);
  if (actor.kind === "person") return person(context, actor.person);
  throw peopleProblems.error("people.unknown-person");
}

export const showMe = operation(showing, me);

export const changeMe = operation(changing, async (context, changes) => {
  const { actor, database, now } = context;
  if (actor.kind !== "person") throw peopleProblems.error("people.unknown-person");
  context.expect(await me(context));
  const set = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  await database
    .withTables<MembersTables>()
    .updateTable("person")
    .set({ ...set, updated_at: now })
    .where("id", "=", actor.person)
    .execute();
  context.note({ subject: { kind: "person", id: actor.person } });
  return me(context);
});
