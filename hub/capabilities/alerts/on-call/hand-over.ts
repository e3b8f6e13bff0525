import { sql } from "kysely";
import type { AlertDraft, AlertRef } from "../../../kernel/index.ts";
import type { Executor } from "../../../platform/database/database.ts";
import { inTransaction } from "../../../platform/database/transaction.ts";
import { dateIn } from "../exposure/texts.ts";
import type { AlertGround } from "../ground.ts";
import { oneLine } from "../lines.ts";
import { alertsOf } from "../raise.ts";
import { onCallAt, type Shift } from "./rota.ts";
import { rotasOf, type StoredRota } from "./store.ts";

/** Milliseconds after which a rota is looked at again in any case: who was on call may have left. */
const patience = 3_600_000;

/** Hand-overs that one transaction does. */
const most = 100;

interface DueRota {
  organisation: string;
  rota: string;
}

async function dueRotas(transaction: Executor, now: Date): Promise<DueRota[]> {
  const { rows } = await sql<DueRota>`
    select organisation, rota from on_call_rota where next_handover_at <= ${now}
    order by next_handover_at, organisation, rota limit ${most} for update skip locked
  `.execute(transaction);
  return rows;
}

/** What names a shift: whoever goes on at a hand-over, alone in the order, is not told anew. */
const keyOf = ({ rota }: StoredRota, { person, from }: Shift): string => `${rota}:${from.toISOString()}:${person}`;

function draftOf(rota: StoredRota, shift: Shift & { person: string }): AlertDraft {
  const name = oneLine(rota.name, 100);
  const until = dateIn(shift.to, rota.zone);
  return {
    ...{ organisation: rota.organisation, topic: "on-call", key: keyOf(rota, shift), urgency: 1 },
    title: { en: `You are on call (${name}) until ${until.en}`, ko: `당직(${name}): ${until.ko}까지` },
    body: {
      en: `You are on call for ${name} until ${until.en}. What is immediate reaches you at once, by e-mail and in the hub, at any hour.`,
      ko: `${until.ko}까지 ${name} 당직입니다. 즉시 조치할 일은 시간과 관계없이 이메일과 허브로 바로 알려 드립니다.`,
    },
    link: "/on-call",
    ...{ dueAt: null, people: [shift.person] },
    facts: { rota: rota.rota, from: shift.from.toISOString(), to: shift.to.toISOString() },
  };
}

const personIn = (key: string | null): string | null => key?.split(":").at(-1) ?? null;

/** Tells who is on call from now on, where it is another than before, and notes when to look again. */
async function handOver(transaction: Executor, { clock, zone }: AlertGround, { organisation, rota }: DueRota) {
  const now = clock.now();
  const alerts = alertsOf({ zone });
  const [stored] = await rotasOf(transaction, now, [organisation], rota);
  if (stored === undefined) return;
  const shift = onCallAt(stored, now);
  const { person } = shift;
  const { toldKey } = stored;
  const same = person === personIn(toldKey);
  if (!same && toldKey !== null) await alerts.settle(transaction, clock, [refOf(organisation, toldKey)]);
  if (!same && person !== null) await alerts.raise(transaction, clock, [draftOf(stored, { ...shift, person })]);
  const soon = new Date(now.getTime() + patience);
  const key = same ? toldKey : person === null ? null : keyOf(stored, shift);
  await sql`
    update on_call_rota set next_handover_at = ${shift.to < soon ? shift.to : soon}, told_key = ${key}
    where organisation = ${organisation} and rota = ${rota}
  `.execute(transaction);
}

export const refOf = (organisation: string, key: string): AlertRef => ({ organisation, topic: "on-call", key });

/** Hands over where a shift ends: each once, since the word and the note of it are one transaction. True where there may be more. */
export async function handOverDue(ground: AlertGround): Promise<boolean> {
  return inTransaction(ground.database, async (transaction) => {
    const due = await dueRotas(transaction, ground.clock.now());
    for (const one of due) await handOver(transaction, ground, one);
    return due.length === most;
  });
}
