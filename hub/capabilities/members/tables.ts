import type { Generated } from "kysely";

export interface OrganisationRow {
  id: string;
  handle: string;
  name_en: string;
  name_ko: string;
  sector: string;
  region: string;
  created_at: Date;
  size: Generated<string>;
  criticality: Generated<string>;
  parent: Generated<string | null>;
  status: Generated<string>;
  contact_name: Generated<string | null>;
  contact_email: Generated<string | null>;
  contact_phone: Generated<string | null>;
  updated_at: Generated<Date | null>;
}

export interface PersonRow {
  id: string;
  name: string;
  email: string;
  email_verified: Generated<boolean>;
  image: Generated<string | null>;
  language: Generated<string>;
  status: Generated<string>;
  two_factor_enabled: Generated<boolean>;
  created_at: Date;
  updated_at: Date;
}

export interface MembershipRow {
  organisation: string;
  person: string;
  role: string;
  /** Of a sector coordinator; '' otherwise. */
  sector: string;
  since: Date;
  granted_by: string | null;
}

export interface CircleRow {
  id: string;
  handle: string;
  name_en: string;
  name_ko: string;
  description: string;
  /** Shown to members who are not in it; an unlisted circle does not exist for them. */
  listed: boolean;
  created_at: Date;
  created_by: string;
}

export interface ServiceAccountRow {
  organisation: string;
  id: string;
  name: string;
  role: string;
  created_at: Date;
  created_by: string | null;
  disabled_at: Generated<Date | null>;
}

export interface ApiKeyRow {
  id: string;
  organisation: string;
  service_account: string;
  /** SHA-256 of the secret: it is random and long, so that nothing slower is needed. */
  hash: Uint8Array;
  /** The first characters, by which people tell keys apart. */
  hint: string;
  scopes: string[];
  created_at: Date;
  created_by: string | null;
  expires_at: Date;
  revoked_at: Generated<Date | null>;
  replaced_by: Generated<string | null>;
  last_used_at: Generated<Date | null>;
  last_used_from: Generated<string | null>;
}

/** A type, not an interface: the query builder asks for an index signature. */
export type MembersTables = {
  organisation: OrganisationRow;
  organisation_domain: {
    organisation: string;
    domain: string;
    token: string;
    added_at: Date;
    verified_at: Generated<Date | null>;
  };
  client_organisation: { provider: string; client: string; since: Date };
  client_request: { provider: string; client: string; at: Date; requested_by: string | null };
  disclosure: { organisation: string; coordinator: string; level: string; changed_at: Date };
  person: PersonRow;
  membership: MembershipRow;
  circle: CircleRow;
  circle_member: { circle: string; organisation: string; role: string; since: Date };
  circle_invitation: {
    circle: string;
    organisation: string;
    kind: string;
    message: string;
    created_at: Date;
    created_by: string | null;
  };
  circle_event: {
    circle: string;
    id: string;
    at: Date;
    kind: string;
    organisation: string;
    by_organisation: string | null;
    by_person: string | null;
  };
  service_account: ServiceAccountRow;
  api_key: ApiKeyRow;
};
