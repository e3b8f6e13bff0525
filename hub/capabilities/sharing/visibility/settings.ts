/**
 * What the policies know of the viewer: settings of the transaction, read by functions. A policy asks them in scalar
 * sub-selects, so that each is read once for a statement and not once for a row. None set: nobody in particular.
 */
const types = {
  person: "uuid",
  organisations: "uuid[]",
  providers: "uuid[]",
  circles: "uuid[]",
  provider_circles: "uuid[]",
  inventories: "uuid[]",
  statuses: "uuid[]",
  coordinates: "text[]",
  administers: "boolean",
  now: "timestamptz",
} as const;

export type Setting = keyof typeof types;

/** The setting within a policy or a view. */
export const setting = (name: Setting): string => `(select visibility.${name}())::${types[name]}`;

/** True for who belongs to an active organisation. */
export const isMember = `cardinality(${setting("organisations")}) > 0`;

export const settingFunctions = (): string[] =>
  Object.entries(types).map(
    ([name, type]) => `
      create function visibility.${name}() returns ${type} language sql stable parallel safe
      as $$ select nullif(current_setting('bongsu.${name}', true), '')::${type} $$`,
  );
