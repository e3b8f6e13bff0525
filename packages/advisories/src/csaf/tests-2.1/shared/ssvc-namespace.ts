import { isText, member } from "./json.ts";
import { type Found, select, selectFrom } from "./select.ts";

/** The base namespaces that CERT/CC has registered. `example` and `test` are registered for what their names say. */
const registered = new Set(["basic", "cisa", "cvss", "example", "nist", "ssvc", "test"]);

/** Reserved for tests and documentation, where a registered namespace is needed: whatever follows the base is theirs. */
const reservedRegistered = new Set(["example", "test"]);

/** A decision point's namespace: `ssvc`, `nist#800-30`, `x_example.test#name/de-DE`. */
export interface SsvcNamespace {
  full: string;
  /** What stands before the first slash. */
  base: string;
  /** The base without its fragment. */
  name: string;
}

export function ssvcNamespace(full: string): SsvcNamespace {
  const base = full.split("/", 1)[0] ?? "";
  return { full, base, name: base.split("#", 1)[0] ?? "" };
}

export const hasRegisteredBase = ({ name }: SsvcNamespace): boolean => registered.has(name);

/** Unregistered namespaces say so by their prefix. */
export const hasUnregisteredBase = ({ base }: SsvcNamespace): boolean => base.startsWith("x_");

export const hasExtension = ({ full }: SsvcNamespace): boolean => full.includes("/");

/** Registered as it stands, extension included: no extension is. */
export const isRegistered = (namespace: SsvcNamespace): boolean =>
  reservedRegistered.has(namespace.name) || (hasRegisteredBase(namespace) && !hasExtension(namespace));

/** A decision point that an SSVC object selects, with its namespace. */
export interface Selection extends Found {
  namespace: SsvcNamespace;
}

/** The decision points that one SSVC object selects. */
export function selectionsOf(ssvc: Found): Selection[] {
  return selectFrom(ssvc, "$.selections[*]").flatMap((selection) => {
    const namespace = member(selection.value, "namespace");
    return isText(namespace) ? [{ ...selection, namespace: ssvcNamespace(namespace) }] : [];
  });
}

export function ssvcSelections(document: unknown): Selection[] {
  return select(document, "$.vulnerabilities[*].metrics[*].content.ssvc_v2").flatMap(selectionsOf);
}
