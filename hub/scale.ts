/**
 * How the tables spread over machines when one server is outgrown (Citus): what grows with the country is distributed
 * by organisation, what is the world's is copied to every machine. See `docs/scale.md`.
 */
export const distributed = [
  "asset",
  "sbom_document",
  "component_use",
  "unmatchable_component",
  "exposure",
  "exposure_event",
  "alert",
  "alert_channel",
  "alert_delivery",
  "alert_attempt",
] as const;

export const reference = [
  "organisation",
  "organisation_domain",
  "client_organisation",
  "client_request",
  "disclosure",
  "person",
  "membership",
  "circle",
  "circle_member",
  "circle_invitation",
  "circle_event",
  "service_account",
  "api_key",
  "idempotency",
  "session",
  "account",
  "verification",
  "passkey",
  "two_factor",
  "invitation",
  "email_change",
  "set_up",
  "lock_out",
  "spent_code",
  "trusted_hub",
  "bundle_export",
  "bundle_sent_report",
  "bundle_import",
  "foreign_owner",
  "foreign_report",
  "approval",
  "package",
  "package_version",
  "advisory_document",
  "advisory_document_revision",
  "advisory",
  "advisory_name",
  "vulnerability",
  "affected_interval",
  "affected_version",
  "known_exploited",
  "epss",
  "affected_package_version",
  "sector_criticality",
  "deadline",
  "vex_statement",
  "secret",
  "report",
  "report_revision",
  "report_reference",
] as const;

/**
 * What stays on the coordinator: written once, in one order over the whole hub, and joined with nothing. Triggers guard
 * the audit trail, which Citus refuses on tables that it spreads.
 */
export const local = ["audit_entry", "audit_checkpoint", "event", "exposure_change"] as const;

/** The statements that a Citus coordinator is given once, after the migrations. */
export function distributionStatements(): string[] {
  const [first, ...others] = distributed;
  return [
    "create extension if not exists citus;",
    "do $$ begin execute format('alter database %I set citus.propagate_set_commands to %L', current_database(), 'local'); end $$;",
    ...reference.map((table) => `select create_reference_table('${table}');`),
    `select create_distributed_table('${first}', 'organisation');`,
    ...others.map(
      (table) => `select create_distributed_table('${table}', 'organisation', colocate_with => '${first}');`,
    ),
  ];
}
