import { generateKeyPairSync, sign } from "node:crypto";
import {
  type AuditDraft,
  auditNumbering,
  type CheckpointMaker,
  exportJsonLines,
  type IsSigned,
  record,
  trusting,
  verifyAudit,
} from "../hub/capabilities/audit/index.ts";
import { manualClock } from "../hub/platform/clock.ts";
import type { Database } from "../hub/platform/database/database.ts";
import { numberWaiting } from "../hub/platform/sequence/index.ts";

/** A hub's signing key, made anew, and those who trust it. */
export function signingKey(keyId = "key-1"): { signer: CheckpointMaker["signer"]; isSigned: IsSigned } {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const raw = Buffer.from(publicKey.export({ format: "jwk" }).x ?? "", "base64url");
  return {
    signer: { keyId, sign: (bytes) => new Uint8Array(sign(null, bytes, privateKey)) },
    isSigned: trusting({ keyId, raw }),
  };
}

export const someDraft: AuditDraft = {
  actorKind: "person",
  actor: "00000000-0000-7000-8000-00000000000a",
  actorName: "김하나",
  organisation: "00000000-0000-7000-8000-0000000000b1",
  session: "00000000-0000-7000-8000-00000000000c",
  operation: "sharing.showReport",
  subjectKind: "report",
  subject: "r-1",
  outcome: "done",
  address: "192.0.2.7",
  request: "request-1",
  marking: "AMBER",
  details: { score: 0.1, list: [1, "둘"], large: 9007199254740992 },
};

/** A trail in a test's hands. */
export function auditTrail(database: Database) {
  const clock = manualClock("2026-11-20T00:00:00Z");
  const { signer, isSigned } = signingKey();
  const maker: CheckpointMaker = { clock, hub: "https://hub.example", signer };
  const numbered = () => numberWaiting(database, auditNumbering);
  return {
    clock,
    isSigned,
    maker,
    numbered,
    /** Writes entries a second apart, and takes them into the chain. */
    write: async (count: number, draft: Partial<AuditDraft> = {}) => {
      for (let index = 0; index < count; index += 1) {
        await record(database.kysely, clock, { ...someDraft, ...draft });
        clock.advance(1_000);
      }
      await numbered();
    },
    verify: (options: Partial<Parameters<typeof verifyAudit>[1]> = {}) =>
      verifyAudit(database.kysely, { isSigned, now: clock.now(), ...options }),
    lines: async () => {
      const lines: string[] = [];
      for await (const line of exportJsonLines(database.kysely, "everything")) lines.push(line.trimEnd());
      return lines;
    },
  };
}
