import type { Strength } from "./strength.ts";

interface InvitationRow {
  id: string;
  email: string;
  organisation: string;
  role: string;
  /** Of a sector coordinator; '' otherwise. */
  sector: string;
  language: string;
  /** SHA-256 of the link's token. */
  hash: Uint8Array;
  created_at: Date;
  created_by: string | null;
  expires_at: Date;
  accepted_at: Date | null;
  revoked_at: Date | null;
}

/** A type, not an interface: the query builder asks for an index signature. */
export type AccountsTables = {
  session: {
    id: string;
    user_id: string;
    token: string;
    strength: Strength;
    ip_address: string | null;
    user_agent: string | null;
    created_at: Date;
    /** When it was last used. */
    updated_at: Date;
    expires_at: Date;
  };
  account: {
    id: string;
    user_id: string;
    /** `credential` (a password) or `sso`. */
    provider_id: string;
    account_id: string;
    password: string | null;
    created_at: Date;
    updated_at: Date;
  };
  passkey: { id: string; user_id: string };
  two_factor: { id: string; user_id: string; verified: boolean | null; backup_codes: string };
  invitation: InvitationRow;
  email_change: { person: string; email: string; hash: Uint8Array; expires_at: Date };
  set_up: { id: number; hash: Uint8Array; expires_at: Date; tries: number };
  spent_code: { person: string; hash: Uint8Array; expires_at: Date };
};
