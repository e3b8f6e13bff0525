import type { Organisation } from "@bongsu/hub";

/** A fictional organisation, before a hub gives it an id. */
export type DemoOrganisation = Omit<Organisation, "id">;

/** An organisation on one line of the list. */
export function organisation(
  handle: string,
  sector: DemoOrganisation["sector"],
  region: string,
  en: string,
  ko: string,
): DemoOrganisation {
  return { handle, name: { en, ko }, sector, region };
}
