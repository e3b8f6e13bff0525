import { closed, dateTime, definition, list, matching, oneOfThese, type Schema, set, text, uri } from "./parts.ts";

/** Neither begins nor ends with white space, a dash, an underscore or a full stop. */
export const trimmedName = "^[^\\s\\-_\\.](.*[^\\s\\-_\\.])?$";

const uuid = "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}";
const nilUuid = "[0]{8}-([0]{4}-){3}[0]{12}";
const maxUuid = "[f]{8}-([f]{4}-){3}[f]{12}";

const tracking = closed(
  ["current_release_date", "id", "initial_release_date", "revision_history", "status", "version"],
  {
    aliases: set(text),
    current_release_date: dateTime,
    generator: closed(["engine"], { date: dateTime, engine: closed(["name"], { name: text, version: text }) }),
    id: matching("^[\\S](.*[\\S])?$"),
    initial_release_date: dateTime,
    revision_history: list(
      closed(["date", "number", "summary"], {
        date: dateTime,
        legacy_version: text,
        number: definition("version_t"),
        summary: text,
      }),
    ),
    status: oneOfThese("draft", "final", "interim"),
    version: definition("version_t"),
  },
);

/** Section 3.2.2. */
export const documentSchema: Schema = closed(
  ["category", "csaf_version", "distribution", "publisher", "title", "tracking"],
  {
    acknowledgments: definition("acknowledgments_t"),
    aggregate_severity: closed(["text"], { namespace: uri, text }),
    category: matching(trimmedName),
    csaf_version: oneOfThese("2.1"),
    distribution: closed(["tlp"], {
      sharing_group: closed(["id"], {
        id: matching(`^((${uuid})|(${nilUuid})|(${maxUuid}))$`),
        name: text,
      }),
      text,
      tlp: closed(["label"], { label: oneOfThese("AMBER", "AMBER+STRICT", "CLEAR", "GREEN", "RED"), url: uri }),
    }),
    lang: definition("lang_t"),
    license_expression: text,
    notes: definition("notes_t"),
    publisher: closed(["category", "name", "namespace"], {
      category: oneOfThese("coordinator", "discoverer", "multiplier", "other", "translator", "user", "vendor"),
      contact_details: text,
      issuing_authority: text,
      name: text,
      namespace: uri,
    }),
    references: definition("references_t"),
    source_lang: definition("lang_t"),
    title: text,
    tracking,
    x_extensions: definition("extensions_t"),
  },
);
