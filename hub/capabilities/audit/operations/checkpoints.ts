import { listCheckpoints as listed, makeCheckpoint as made } from "@bongsu/contracts";
import { operation } from "../../../kernel/index.ts";
import type { Checkpoint } from "../checkpoint.ts";
import { listCheckpoints as list, makeCheckpointIn } from "../checkpoints.ts";

const present = ({ at, ...checkpoint }: Checkpoint) => ({ ...checkpoint, at: new Date(at) });

export const listCheckpoints = operation(listed, async ({ database, services }) => ({
  items: (await list(database)).map(present),
  publicKey: { ...services.identity.publicKey.jwk },
}));

export const makeCheckpoint = operation(made, async ({ database, services, clock }) =>
  present(await makeCheckpointIn(database, { clock, hub: services.config.url, signer: services.identity })),
);
