import { policed } from "./policed.ts";
import { isMember, setting } from "./settings.ts";

const own = (column: string): string => `${column} = any(${setting("organisations")})`;

/** One's own, and that of organisations which disclose it to this coordinator. */
const inventory = (column: string): string => `${column} = any(${setting("inventories")})`;

const organisationColumns =
  "id handle name_en name_ko sector region size criticality parent status created_at updated_at".split(" ");
const personColumns = "id name email image language status created_at updated_at".split(" ");
const domainColumns = "organisation domain added_at verified_at".split(" ");
const keyColumns =
  "id organisation service_account hint scopes created_at created_by expires_at revoked_at replaced_by last_used_at last_used_from".split(
    " ",
  );

/** Who reads what of the tables that were there before: own, disclosed, or of one's circles. */
export const firstPolicies: readonly string[] = [
  ...["asset", "sbom_document", "component_use", "unmatchable_component", "exposure", "exposure_event"].flatMap(
    (table) => policed(table, inventory("organisation")),
  ),
  // A publisher's statements, which belong to no organisation, are as public as advisories.
  ...policed("vex_statement", `organisation is null or ${inventory("organisation")}`),
  // The directory: for members, without the contacts.
  ...policed("organisation", isMember, organisationColumns),
  ...policed("organisation_domain", own("organisation"), domainColumns),
  ...policed("client_organisation", `${own("provider")} or ${own("client")}`),
  ...policed("disclosure", own("organisation")),
  ...policed("membership", `${own("organisation")} or person = ${setting("person")}`),
  // Oneself and one's colleagues.
  ...policed(
    "person",
    `id = ${setting("person")} or exists (select 1 from visibility.colleague c where c.person = person.id)`,
    personColumns,
  ),
  ...policed("service_account", own("organisation")),
  ...policed("api_key", own("organisation"), keyColumns),
  ...policed("circle_member", `circle = any(${setting("circles")}) or ${own("organisation")}`),
  // Who is asked in, and for a circle's administrators whoever asks or is asked.
  ...policed(
    "circle_invitation",
    `${own("organisation")} or exists (
      select 1 from circle_member m
      where m.circle = circle_invitation.circle and m.role = 'administrator' and ${own("m.organisation")})`,
  ),
  ...policed("circle_event", `circle = any(${setting("circles")})`),
  ...policed(
    "circle",
    `id = any(${setting("circles")}) or (listed and ${isMember})
      or exists (select 1 from visibility.invitation i where i.circle = circle.id)`,
  ),
];
