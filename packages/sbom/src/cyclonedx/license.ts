import type { Fields } from "../fields.ts";

/** `licenses`: ids, names and expressions, as written. */
export function readLicenses(component: Fields): string[] {
  if (!component.has("licenses")) return [];
  return component.list("licenses").flatMap((choice) => {
    const license = choice.fields("license");
    // Only one of the two may stand, but what stands is kept.
    const texts = [choice.text("expression"), license?.text("id") ?? license?.text("name") ?? null];
    const said = texts.filter((text) => text !== null);
    if (said.length === 0) choice.report("sbom.missing", { name: "license" });
    return said;
  });
}
