import { armoredBlocks } from "./armor.ts";
import { concat } from "./bytes.ts";
import { Fault, readable, unreadable } from "./fault.ts";
import { openpgpLimits } from "./limits.ts";
import { packetsOf, saysNothing, tags } from "./packets.ts";
import { readSignaturePacket, type Signature, types } from "./signature-packet.ts";

/**
 * The signatures of documents in a file, armored or binary, in their order; null stands for one that cannot be read.
 * Signatures of other types (of keys, of time) are left out. Throws a `Fault` where the file is not one of signatures.
 */
export function signaturesIn(file: Uint8Array): (Signature | null)[] {
  const { signatureBytes, signatures } = openpgpLimits;
  if (file.length > signatureBytes) throw new Fault("too-large", `bytes: ${signatureBytes}`);
  const armored = armoredBlocks(file, ["SIGNATURE", "MESSAGE"]);
  const packets = packetsOf(concat(...(armored ?? [file]))).filter(({ tag }) => !saysNothing(tag));
  const other = packets.find(({ tag }) => tag !== tags.signature);
  if (other !== undefined) throw unreadable(`a packet of type ${other.tag}`);
  const found = packets
    .map(({ body }) => readable(() => readSignaturePacket(body)))
    .filter((one) => one === null || one.type === types.binary || one.type === types.text);
  if (found.length > signatures) throw new Fault("too-large", `signatures: ${signatures}`);
  return found;
}
