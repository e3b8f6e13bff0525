import { changeSource as contract } from "@bongsu/contracts";
import { sql } from "kysely";
import { operation } from "../../../kernel/index.ts";
import { checkedAddress, isLocal } from "../kinds.ts";
import { showSource } from "../present.ts";
import { allowedFolder } from "../reading/files.ts";
import { findSource, startAnew } from "../store.ts";
import { tables } from "../tables.ts";
import { tellChanged } from "../telling.ts";
import { ownerOf } from "./add-source.ts";

export const changeSource = operation(contract, async (context, { source: handle, ...given }) => {
  const { database, services, clock, now, actor } = context;
  const before = await findSource(database, handle, { lock: true });
  const { id, kind } = before;
  context.expect(await showSource(database, now, id, actor));
  const address =
    given.address === undefined ? before.address : checkedAddress(kind, given.address, services.config, now);
  if (isLocal(kind)) await allowedFolder(address, services.config);
  const hasMoved = address !== before.address;
  const trust = given.trust ?? before.trust;
  const signatures = kind === "csaf" ? (given.signatures ?? before.signatures) : null;
  await tables(database)
    .updateTable("source")
    .set({
      ...{ address, trust, signatures },
      name: given.name ?? before.name,
      interval_minutes: given.interval ?? before.interval_minutes,
      marking: given.marking ?? before.marking,
      owner: given.owner === undefined ? before.owner : await ownerOf(context, given.owner),
      ...(hasMoved ? { pinned: null, keys: "[]", offered_keys: "[]", test: null } : {}),
      ...(given.interval === undefined
        ? {}
        : { next_run: sql<Date>`least(next_run, ${now}::timestamptz + ${given.interval} * interval '1 minute')` }),
    })
    .where("id", "=", id)
    .execute();
  // What counts otherwise from now on is read anew: advisories that are here already stay as they are.
  if (hasMoved || trust !== before.trust || signatures !== before.signatures) await startAnew(database, id);
  await tellChanged(database, clock, handle, "changed");
  context.note({ subject: { kind: "source", id: handle } });
  return showSource(database, now, id, actor);
});
