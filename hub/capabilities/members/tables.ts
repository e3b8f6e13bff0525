export interface OrganisationRow {
  id: string;
  handle: string;
  name_en: string;
  name_ko: string;
  sector: string;
  region: string;
  created_at: Date;
}

/** A type, not an interface: the query builder asks for an index signature. */
export type MembersTables = {
  organisation: OrganisationRow;
};
