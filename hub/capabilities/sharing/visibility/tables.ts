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
};

/** No viewer reads it: the hub's own role does, after the rules in code said yes. */
export const closedTables: Readonly<Record<string, string>> = {
  client_request: "who asks to serve whom: the two administrators are told by their operations",
  secret: "the hub's own keys and passwords",
  migration: "the hub's own housekeeping",
  migration_lock: "the hub's own housekeeping",
  audit_entry: "read by the hub for those whose trail it is",
  audit_checkpoint: "read by the hub for its auditors",
};
