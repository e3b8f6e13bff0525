import { nudge as contract } from "@bongsu/contracts";
import { sql } from "kysely";
import { operation } from "../../../kernel/index.ts";
import type { Executor } from "../../../platform/database/database.ts";
import { takeTurn } from "../../../platform/database/turns.ts";
import { coordinatorOf } from "../coordinator.ts";
import { nudgeLetter, nudgeRef } from "../nudges/letter.ts";
import { insertNudges, openNudges, type Recent, recentNudges } from "../nudges/send.ts";
import { type Subject, subjectOf } from "../nudges/subject.ts";

/** Organisations asked that the audit trail names. */
const listed = 100;

interface Found {
  id: string;
  handle: string;
  open: boolean;
}

interface Name {
  id: string;
  handle: string;
  name_en: string;
  name_ko: string;
}

/** Those named whose status the caller may see; of the others nothing is said. */
async function found(seen: Executor, subject: Subject, handles: readonly string[]): Promise<Found[]> {
  const { rows } = await sql<Found>`
    select b.organisation as id, b.handle, ${subject.hasSomethingOpen} as open
    from visibility.organisation_board b where b.handle = any(${[...handles]}::text[])
  `.execute(seen);
  return rows;
}

async function namesOf(database: Executor, ids: readonly string[]): Promise<Map<string, Name>> {
  const { rows } = await sql<Name>`
    select id, handle, name_en, name_ko from organisation where id = any(${[...new Set(ids)]}::uuid[])
  `.execute(database);
  return new Map(rows.map((row) => [row.id, row]));
}

/** One click: each organisation is asked once in 24 hours about the same thing, whoever asks, however often. */
export const nudge = operation(contract, async (context, input) => {
  const { actor, clock, database, now, services } = context;
  const { message = "" } = input;
  const coordinator = coordinatorOf(actor);
  const handles = [...new Set(input.organisations)];
  const { subject, known } = await context.seen(async (seen) => {
    const subject = await subjectOf(seen, input);
    return { subject, known: await found(seen, subject, handles) };
  });
  // Two who ask at the same moment: the second finds what the first has sent.
  await takeTurn(database, "nudges");
  const open = known.filter((one) => one.open).map(({ id }) => id);
  const recent = await recentNudges(database, subject, open, now);
  const already = new Set(recent.map(({ organisation }) => organisation));
  const asking = open.filter((id) => !already.has(id));
  const before = await openNudges(database, subject, asking);
  const person = actor.kind === "person" ? actor.person : null;
  const words = message.trim() === "" ? null : message.trim();
  const sent = await insertNudges(database, coordinator, person, subject, words, asking, now);
  const names = await namesOf(database, [coordinator.organisation, ...recent.map(({ by }) => by)]);
  const nameOf = (id: string) => names.get(id) ?? { handle: "", name_en: "?", name_ko: "?" };
  const own = nameOf(coordinator.organisation);
  const asker = { handle: own.handle, role: coordinator.role, name: { en: own.name_en, ko: own.name_ko } };
  await services.alerts.settle(
    database,
    clock,
    before.map(({ organisation, id }) => nudgeRef(organisation, id)),
  );
  await services.alerts.raise(
    database,
    clock,
    sent.map(({ organisation, id }) => nudgeLetter(asker, subject, { organisation, nudge: id, message: words })),
  );
  if (sent.length > 0) {
    await context.emit({
      kind: "campaigns.changed",
      organisation: coordinator.organisation,
      subject: { kind: "nudge", id: subject.about },
      data: { what: "nudged", subject: subject.kind },
      // The audience of a marking is not told: nobody learns who else was asked.
      marking: { owner: coordinator.organisation, tlp: "AMBER+STRICT", audienceOrganisations: asking },
    });
  }
  context.note({
    subject: { kind: "nudge", id: subject.about },
    organisation: coordinator.organisation,
    marking: "AMBER+STRICT",
    details: {
      asked: sent.length,
      askedAlready: recent.length,
      organisations: known
        .filter(({ id }) => asking.includes(id))
        .slice(0, listed)
        .map(({ handle }) => handle),
    },
  });
  const last = new Map([...recent, ...sent].map((row) => [row.organisation, row]));
  const byHandle = new Map(known.map((row) => [row.handle, row]));
  const shown = ({ by, role }: Recent) => {
    const { handle, name_en, name_ko } = nameOf(by);
    return { organisation: handle, name: { en: name_en, ko: name_ko }, role };
  };
  const items = handles.map((handle) => {
    const row = byHandle.get(handle);
    const sentTo = row === undefined ? undefined : last.get(row.id);
    const outcome =
      row === undefined
        ? ("unknown" as const)
        : sentTo === undefined
          ? ("nothing-open" as const)
          : already.has(row.id)
            ? ("asked-already" as const)
            : ("asked" as const);
    return {
      organisation: handle,
      outcome,
      nudge: sentTo?.id ?? null,
      lastAt: sentTo?.at ?? null,
      lastBy: sentTo === undefined ? null : shown(sentTo),
    };
  });
  return { asked: sent.length, items };
});
