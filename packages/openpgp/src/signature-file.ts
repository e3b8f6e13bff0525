import { armoredBlocks } from "./armor.ts";
import { concat } from "./bytes.ts";
import { attempt, Fault, tooLarge, unreadable } from "./fault.ts";
import { openpgpLimits } from "./limits.ts";
import { packetsOf, saysNothing, tags } from "./packets.ts";
import { readSignaturePacket, type Signature, types } from "./signature-packet.ts";

/**
 * The signatures of documents in a file, armored or binary, in their order; a `Fault` stands for one that cannot be read.
 * Signatures of other types (of keys, of time) are left out. Throws a `Fault` where the file is not one of signatures.
 */
export function signaturesIn(file: Uint8Array): (Signature | Fault)[] {
  const { signatureBytes, signatures } = openpgpLimits;
  if (file.length > signatureBytes) throw tooLarge("bytes", "signatureBytes");
  const armored = armoredBlocks(file, ["SIGNATURE", "MESSAGE"]);
  const packets = packetsOf(concat(...(armored ?? [file]))).filter(({ tag }) => !saysNothing(tag));
  const other = packets.find(({ tag }) => tag !== tags.signature);
  if (other !== undefined) throw unreadable("packet-type", { type: other.tag });
  const found = packets
    .map(({ body }) => attempt(() => readSignaturePacket(body)))
    .filter((one) => one instanceof Fault || one.type === types.binary || one.type === types.text);
  if (found.length > signatures) throw tooLarge("signatures", "signatures");
  return found;
}
