import { unreadable } from "./fault.ts";
import { type Packet, saysNothing, tags } from "./packets.ts";

/** Something that signatures follow: a key, a subkey or a user id. */
export interface Held {
  body: Uint8Array;
  signatures: Uint8Array[];
}

/** The packets of one primary key, put in order, their bodies unread (RFC 9580 §10.1). */
export interface KeyBlock {
  primary: Held;
  users: Held[];
  subkeys: Held[];
  /** Every signature, whatever it follows: key servers put a key's own behind what came last. */
  signatures: Uint8Array[];
}

/** Groups packets by the primary key they follow. Throws a `Fault` for what does not belong into a file of keys. */
export function keyBlocks(packets: readonly Packet[]): KeyBlock[] {
  const blocks: KeyBlock[] = [];
  let holder: Held | null = null;
  for (const { tag, body } of packets) {
    const block = blocks.at(-1);
    if (saysNothing(tag)) continue;
    if (tag === tags.publicKey) {
      holder = { body, signatures: [] };
      blocks.push({ primary: holder, users: [], subkeys: [], signatures: [] });
      continue;
    }
    if (block === undefined || holder === null) throw unreadable("no-primary");
    if (tag === tags.signature) {
      holder.signatures.push(body);
      block.signatures.push(body);
      continue;
    }
    holder = { body, signatures: [] };
    if (tag === tags.userId) block.users.push(holder);
    else if (tag === tags.publicSubkey) block.subkeys.push(holder);
    else if (tag !== tags.userAttribute) throw unreadable("packet-type", { type: tag });
  }
  return blocks;
}
