import { ecosystemOf, orderOf } from "../ecosystems.ts";
import { ecosystemOfScheme, ecosystemsByScheme, isScheme } from "../vers-types.ts";

export { ecosystemOfScheme } from "../vers-types.ts";

const schemes = new Map(
  Object.entries(ecosystemsByScheme).flatMap(([scheme, ecosystems]) =>
    ecosystems.map((ecosystem): [string, string] => [ecosystem.toLowerCase(), scheme]),
  ),
);

/** The VERS type of an ecosystem; one that VERS does not know gives its own name in the characters that a type may have. */
export function schemeOfEcosystem(ecosystem: string): string {
  const base = baseEcosystem(ecosystem);
  const colon = base.indexOf(":");
  if (colon >= 0) return schemeOfEcosystem(base.slice(colon + 1));
  const name = base.trim().toLowerCase();
  const letters = name.replace(/[^a-z0-9.-]+/g, "-").replace(/^[^a-z]+/, "");
  return schemes.get(name) ?? (/^(?:all|none|invalid)?$/.test(letters) ? "generic" : letters);
}

/** `Debian:12` without its release; `Root:PyPI` as it is, since there the part after the colon gives the order. */
export function baseEcosystem(ecosystem: string): string {
  const colon = ecosystem.indexOf(":");
  const base = colon < 0 ? ecosystem : ecosystem.slice(0, colon);
  return orderOf(ecosystem) === orderOf(base) ? base : ecosystem;
}

/** An ecosystem's name as OSV writes it, without a release: from that name in any case, or from a VERS type. */
export function canonicalEcosystem(name: string): string {
  const base = baseEcosystem(name).trim();
  const scheme = base.toLowerCase();
  return (
    (base.includes(":") ? undefined : ecosystemOf(base)?.ecosystem) ??
    (isScheme(scheme) ? ecosystemOfScheme(scheme) : base)
  );
}
