import type { Viewer } from "@bongsu/markings";
import { sql } from "kysely";
import { manualClock } from "../../../platform/clock.ts";
import type { Database, Executor } from "../../../platform/database/database.ts";
import { newId } from "../../../platform/ids.ts";
import { addOrganisation, korea } from "../../members/index.ts";
import { asViewer, type MarkingDraft, type ReportDraft, type Sharer, shareReport } from "../index.ts";

/** Members in a test's hands: organisations, people of theirs, circles; and reports that they share. */
export async function scene(database: Database) {
  const clock = manualClock("2026-11-20T09:00:00Z");
  const hub = database.kysely;
  const organisations = new Map<string, string>();
  const people = new Map<string, string>();
  const organisation = async (handle: string): Promise<string> => {
    const name = { en: handle, ko: handle };
    const { id } = await addOrganisation(hub, clock, korea, { handle, name, sector: "energy", region: "KR-11" });
    organisations.set(handle, id);
    return id;
  };
  const idOf = (map: Map<string, string>, name: string): string => {
    const id = map.get(name);
    if (id === undefined) throw new Error(`the scene has no ${name}`);
    return id;
  };
  const viewer = (person: string): Viewer => ({ kind: "person", person: idOf(people, person) });
  const inTurn = <T>(work: (transaction: Executor) => Promise<T>): Promise<T> => hub.transaction().execute(work);
  const as = <T>(person: string | null, work: (seen: Executor) => Promise<T>): Promise<T> =>
    inTurn((transaction) =>
      asViewer(transaction, person === null ? { kind: "anonymous" } : viewer(person), clock.now(), work),
    );
  return {
    clock,
    inTurn,
    as,
    person: (name: string) => idOf(people, name),
    organisation: (handle: string) => idOf(organisations, handle),
    sharer: (person: string, handle: string): Sharer => ({
      viewer: viewer(person),
      organisation: idOf(organisations, handle),
    }),
    /** An organisation, and people of it. */
    join: async (handle: string, ...names: string[]): Promise<void> => {
      const id = organisations.get(handle) ?? (await organisation(handle));
      for (const name of names) {
        const person = people.get(name) ?? newId(clock.now());
        people.set(name, person);
        await sql`
          insert into person (id, name, email, created_at, updated_at)
          values (${person}, ${name}, ${`${name}@example.org`}, ${clock.now()}, ${clock.now()}) on conflict do nothing
        `.execute(hub);
        await sql`
          insert into membership (organisation, person, role, since) values (${id}, ${person}, 'analyst', ${clock.now()})
        `.execute(hub);
      }
    },
    circle: async (handle: string, ...members: string[]): Promise<void> => {
      const id = newId(clock.now());
      await sql`
        insert into circle (id, handle, name_en, name_ko, created_at, created_by)
        values (${id}, ${handle}, ${handle}, ${handle}, ${clock.now()}, ${id})
      `.execute(hub);
      for (const member of members) {
        await sql`
          insert into circle_member (circle, organisation, role, since)
          values (${id}, ${idOf(organisations, member)}, 'member', ${clock.now()})
        `.execute(hub);
      }
    },
    share: (
      person: string,
      handle: string,
      marking: Partial<MarkingDraft>,
      draft: Partial<ReportDraft> = {},
    ): ReturnType<typeof shareReport> =>
      inTurn((transaction) =>
        shareReport(
          transaction,
          { viewer: viewer(person), organisation: idOf(organisations, handle) },
          { kind: "note", title: "A title", text: "A text", references: [], ...draft, marking: markingOf(marking) },
          clock.now(),
        ),
      ),
  };
}

export const markingOf = (given: Partial<MarkingDraft>): MarkingDraft => ({
  tlp: null,
  circles: [],
  organisations: [],
  named: [],
  embargoUntil: null,
  ...given,
});
