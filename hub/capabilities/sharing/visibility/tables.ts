/**
 * Tables that have no policy, and why not. A table that is in neither list and has no policy fails a test, so that a
 * new one is closed until somebody has thought about it.
 */

const published = "what publishers of advisories say to everybody";

/** Every viewer may read all of it. */
export const worldTables: Readonly<Record<string, string>> = {
  package: "names of packages; says nothing of who uses them",
  package_version: "versions of packages; says nothing of who uses them, and is reached through what has a policy",
  affected_package_version: "the matching of versions with advisories; says nothing of who uses them",
  advisory_document: published,
  advisory_document_revision: published,
  advisory: published,
  advisory_name: published,
  vulnerability: published,
  affected_interval: published,
  affected_version: published,
  known_exploited: published,
  epss: published,
  deadline: "the hub's own rules of when to remediate",
  alert_step: "the hub's own rules of whom to tell next",
  sector_criticality: "the hub's own rules of when to remediate",
};

const signIn = "how people sign in: secrets, and traces of them";
const bundled = "what went to other hubs and came from them: read by its own operations";
const summed = "sums over everybody: shown by operations that hold back what is about few";
const housekeeping = "the hub's own housekeeping";

/** No viewer reads it: the hub's own role does, after the rules in code said yes. */
export const closedTables: Readonly<Record<string, string>> = {
  account: signIn,
  email_change: signIn,
  invitation: signIn,
  lock_out: signIn,
  passkey: signIn,
  session: signIn,
  set_up: signIn,
  spent_code: signIn,
  two_factor: signIn,
  verification: signIn,
  secret: "the hub's own keys and passwords",
  audit_entry: "who did what: read by its own operations, by role",
  audit_checkpoint: "what the audit trail is held against",
  trusted_hub: bundled,
  bundle_export: bundled,
  bundle_sent_report: bundled,
  bundle_import: bundled,
  foreign_owner: "other hubs' organisations: read through the view of reports' owners",
  foreign_report: bundled,
  approval: "shown by its operations, to those who may decide",
  campaign_day: "how campaigns went: read through the view of what a viewer may add up",
  client_request: "asked and answered through the operations of members",
  alert_digest: "what waits for a person's digest",
  alert_stale: "what waits for those who derive alerts from exposures",
  vulnerability_situation: summed,
  stale_vulnerability: summed,
  upgrade_situation: summed,
  situation_day: summed,
  situation_time: summed,
  situation_state: summed,
  deadline_change: "who changed the deadlines: read by its own operations, by role",
  exposure_change: "what waits for those who derive something from exposures",
  inventory_reminder: "what the last reminder of old inventories said",
  source: "where advisories come from: shown by its operations, addresses only to those who look after them",
  source_run: "how sources were fetched: shown by its operations",
  source_document: "what became of a source's documents: shown to those who look after sources",
  idempotency: "answers to one caller, under keys of his own",
  migration: housekeeping,
  migration_lock: housekeeping,
};
