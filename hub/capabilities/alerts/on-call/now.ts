import type { Executor } from "../../../platform/database/database.ts";
import { onCallAt } from "./rota.ts";
import { rotasOf } from "./store.ts";

/** For each of these organisations that has rotas, who is on call now. */
export async function onCallNow(
  database: Executor,
  now: Date,
  organisations: readonly string[],
): Promise<Map<string, Set<string>>> {
  const people = new Map<string, Set<string>>();
  if (organisations.length === 0) return people;
  for (const { organisation, ...rota } of await rotasOf(database, now, organisations)) {
    const { person } = onCallAt(rota, now);
    if (person === null) continue;
    people.set(organisation, (people.get(organisation) ?? new Set()).add(person));
  }
  return people;
}
