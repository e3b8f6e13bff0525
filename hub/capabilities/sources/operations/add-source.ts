import { addSource as contract } from "@bongsu/contracts";
import { type Context, heldBy, operation } from "../../../kernel/index.ts";
import { newId } from "../../../platform/ids.ts";
import { findOrganisation } from "../../members/index.ts";
import { enqueueFetch } from "../due.ts";
import { checkedAddress, isLocal, usualInterval } from "../kinds.ts";
import { showSource } from "../present.ts";
import { allowedFolder } from "../reading/files.ts";
import { insertSource } from "../store.ts";
import { tellChanged } from "../telling.ts";

/** The id of the organisation of that handle; without one the first that the caller acts for. */
export async function ownerOf({ database, actor }: Context, handle: string | undefined): Promise<string | null> {
  if (handle !== undefined) return (await findOrganisation(database, handle)).id;
  return heldBy(actor)[0]?.organisation ?? null;
}

export const addSource = operation(contract, async (context, given) => {
  const { database, services, clock, now, actor } = context;
  const { source: handle, kind, owner, fingerprints, interval, name, signatures, paused, trust, marking } = given;
  const address = checkedAddress(kind, given.address, services.config, now);
  if (isLocal(kind)) await allowedFolder(address, services.config);
  const id = newId(now);
  const row = {
    ...{ id, handle, kind, address, trust, marking, paused },
    name: name ?? handle,
    interval: interval ?? usualInterval[kind],
    signatures: kind === "csaf" ? signatures : null,
    owner: await ownerOf(context, owner),
    pinned: kind === "csaf" && fingerprints !== undefined && fingerprints.length > 0 ? fingerprints : null,
  };
  await insertSource(database, row, now);
  await enqueueFetch(database, services.jobs, now, id);
  await tellChanged(database, clock, handle, "added");
  context.note({ subject: { kind: "source", id: handle } });
  return showSource(database, now, id, actor);
});
