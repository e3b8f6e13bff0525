import { statusLists } from "../tests-2.1/shared/status-lists.ts";
import { trimmedName } from "./document.ts";
import { metricsSchema } from "./metrics.ts";
import { closed, dateTime, definition, list, matching, oneOfThese, type Schema, set, text, uri } from "./parts.ts";

/** The two ways in which an item says what products it is about. */
const about = { group_ids: definition("product_groups_t"), product_ids: definition("products_t") };

const cwe = closed(["id", "name", "version"], {
  id: matching("^CWE-[1-9]\\d{0,5}$"),
  name: matching(trimmedName),
  version: matching("^[1-9]\\d*\\.([0-9]|([1-9]\\d+))(\\.\\d+)?$"),
});

const flag = closed(["label"], {
  ...about,
  date: dateTime,
  label: oneOfThese(
    "component_not_present",
    "inline_mitigations_already_exist",
    "vulnerable_code_cannot_be_controlled_by_adversary",
    "vulnerable_code_not_in_execute_path",
    "vulnerable_code_not_present",
  ),
});

const involvement = closed(["party", "status"], {
  ...about,
  contact: text,
  date: dateTime,
  party: oneOfThese("coordinator", "discoverer", "other", "user", "vendor"),
  status: oneOfThese("completed", "contact_attempted", "disputed", "in_progress", "not_contacted", "open"),
  summary: text,
});

const remediation = closed(["category", "details"], {
  ...about,
  category: oneOfThese(
    ...["fix_planned", "mitigation", "no_fix_planned", "none_available", "optional_patch", "vendor_fix", "workaround"],
  ),
  date: dateTime,
  details: text,
  entitlements: list(text),
  restart_required: closed(["category"], {
    category: oneOfThese(
      ...[
        "connected",
        "dependencies",
        "machine",
        "none",
        "parent",
        "service",
        "system",
        "vulnerable_component",
        "zone",
      ],
    ),
    details: text,
  }),
  url: uri,
});

/** Section 3.2.4. */
export const vulnerabilitiesSchema = (strict: boolean): Schema =>
  list(
    closed(
      [],
      {
        acknowledgments: definition("acknowledgments_t"),
        cve: matching("^CVE-[0-9]{4}-[0-9]{4,}$"),
        cwes: set(cwe),
        disclosure_date: dateTime,
        discovery_date: dateTime,
        first_known_exploitation_dates: set(
          closed(
            ["date", "exploitation_date"],
            { ...about, date: dateTime, exploitation_date: dateTime },
            { minProperties: 3 },
          ),
        ),
        flags: set(flag),
        ids: set(closed(["system_name", "text"], { ...about, system_name: text, text })),
        involvements: set(involvement),
        metrics: metricsSchema(strict),
        notes: definition("notes_t"),
        product_status: closed(
          [],
          Object.fromEntries(statusLists.map((status) => [status, definition("products_t")])),
          { minProperties: 1 },
        ),
        references: definition("references_t"),
        remediations: list(remediation),
        threats: list(
          closed(["category", "details"], {
            ...about,
            category: oneOfThese("exploit_status", "impact", "target_set"),
            date: dateTime,
            details: text,
          }),
        ),
        title: text,
        x_extensions: definition("extensions_t"),
      },
      { minProperties: 1 },
    ),
  );
