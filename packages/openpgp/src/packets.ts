import { Reader } from "./bytes.ts";
import { tooLarge, unreadable } from "./fault.ts";
import { openpgpLimits } from "./limits.ts";

/** Packet types (RFC 9580 §5) that stand in files of keys and of signatures. */
export const tags = {
  signature: 2,
  secretKey: 5,
  publicKey: 6,
  secretSubkey: 7,
  marker: 10,
  trust: 12,
  userId: 13,
  publicSubkey: 14,
  userAttribute: 17,
  padding: 21,
} as const;

export interface Packet {
  tag: number;
  body: Uint8Array;
}

/** Packets that say nothing here: markers, trust, padding, and the types that a reader may pass over (§4.3.1). */
export const saysNothing = (tag: number): boolean =>
  tag === tags.marker || tag === tags.trust || tag === tags.padding || tag >= 40;

/** The length of the body by the header's new format (§4.2.1) or the older one (§4.2.2). */
function lengthOf(reader: Reader, head: number): number {
  if ((head & 0x40) === 0) {
    const size = ([1, 2, 4] as const)[head & 3];
    if (size === undefined) throw unreadable("packet-endless");
    return reader.uint(size);
  }
  const first = reader.uint(1);
  if (first < 192) return first;
  if (first < 224) return (first - 192) * 256 + reader.uint(1) + 192;
  // Partial lengths are for data packets only (§4.2.1.4), and none belongs here.
  if (first < 255) throw unreadable("packet-in-parts");
  return reader.uint(4);
}

/** The packets of one input, their bodies unread. Throws a `Fault`. */
export function packetsOf(bytes: Uint8Array): Packet[] {
  const reader = new Reader(bytes);
  const packets: Packet[] = [];
  while (reader.left > 0) {
    const head = reader.uint(1);
    if ((head & 0x80) === 0) throw unreadable("no-packet");
    const tag = (head & 0x40) === 0 ? (head >> 2) & 15 : head & 63;
    if (packets.length === openpgpLimits.packets) throw tooLarge("packets", "packets");
    packets.push({ tag, body: reader.take(lengthOf(reader, head)) });
  }
  return packets;
}
