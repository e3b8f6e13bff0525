import { accounts } from "./capabilities/accounts/migrations.ts";
import { advisories } from "./capabilities/advisories/migrations.ts";
import { alerts } from "./capabilities/alerts/migrations.ts";
import { onCall } from "./capabilities/alerts/people/migrations.ts";
import { approvals } from "./capabilities/approvals/migrations.ts";
import { audit } from "./capabilities/audit/migrations.ts";
import { bundles } from "./capabilities/bundles/migrations.ts";
import { campaigns } from "./capabilities/campaigns/migrations.ts";
import { exposure, workflow } from "./capabilities/exposure/migrations.ts";
import { triage } from "./capabilities/exposure/workflow/migrations.ts";
import { inventories, register } from "./capabilities/inventories/migrations.ts";
import { members, organisations } from "./capabilities/members/migrations.ts";
import { sharing } from "./capabilities/sharing/migrations.ts";
import { visibility } from "./capabilities/sharing/visibility/migrations.ts";
import { situation } from "./capabilities/situation/migrations.ts";
import { sources } from "./capabilities/sources/migrations.ts";
import { kernel } from "./kernel/migrations.ts";
import type { Migration } from "./platform/database/migrate.ts";
import { events } from "./platform/events/migrations.ts";
import { secrets } from "./platform/secrets/migrations.ts";

/** Every migration of the house, in order. A new one goes to the end. */
export const migrations: readonly Migration[] = [
  organisations,
  inventories,
  advisories,
  exposure,
  members,
  visibility,
  audit,
  accounts,
  sharing,
  secrets,
  events,
  approvals,
  bundles,
  kernel,
  workflow,
  alerts,
  register,
  triage,
  campaigns,
  situation,
  onCall,
  sources,
];
