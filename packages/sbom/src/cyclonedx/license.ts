import type { Fields } from "../fields.ts";

/** `licenses`: ids, names and expressions, as written. */
export function readLicenses(component: Fields): string[] {
  if (!component.has("licenses")) return [];
  return component.list("licenses").flatMap((choice) => {
    const license = choice.fields("license");
    const text = choice.text("expression") ?? license?.text("id") ?? license?.text("name") ?? null;
    if (text === null) choice.report("sbom.missing", { name: "license" });
    return text === null ? [] : [text];
  });
}
