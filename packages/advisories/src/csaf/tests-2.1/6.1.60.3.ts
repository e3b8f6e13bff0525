import { quote } from "@bongsu/base";
import type { ExtensionPackage, RuleFinding, RulePorts, SlowCsafRule } from "../rule.ts";
import { extensionPackage } from "./shared/extension-packages.ts";
import { extensionClass, extensionItems, extensionSchema } from "./shared/extensions.ts";
import type { Found } from "./shared/select.ts";

/** The kind of place that an extension stands at, by its path. */
function locationOf(path: string): keyof ExtensionPackage["mostOccurrences"] {
  if (path.startsWith("/document/")) return "document";
  if (path.startsWith("/product_tree/branches/")) return "branches";
  if (path.startsWith("/product_tree/product_paths/")) return "product_paths";
  if (path.startsWith("/product_tree/")) return "full_product_names";
  if (path.includes("/metrics/")) return "metrics";
  return path.startsWith("/vulnerabilities/") ? "vulnerabilities" : "root";
}

/** Extensions beyond the number of their kind that one list may have. */
function tooMany(items: Found[], ports: RulePorts): RuleFinding[] {
  const counts = new Map<string, number>();
  return items.flatMap(({ path, value }) => {
    const known = extensionPackage(value, ports);
    if (known === null) return [];
    const list = path.slice(0, path.lastIndexOf("/"));
    const key = JSON.stringify([list, extensionSchema(value)]);
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    const most = known.mostOccurrences[locationOf(path)];
    if (count <= most) return [];
    return [{ path, message: `extension ${quote(extensionSchema(value))} may stand here ${most} times at most` }];
  });
}

function incompatible(items: Found[], ports: RulePorts): RuleFinding[] {
  const used = new Set(items.map(({ value }) => extensionSchema(value)));
  return items.flatMap(({ path, value }) =>
    (extensionPackage(value, ports)?.incompatible ?? [])
      .filter((other) => used.has(other))
      .map((other) => ({
        path,
        message: `extension ${quote(extensionSchema(value))} is incompatible with ${quote(other)}`,
      })),
  );
}

/** CSAF 2.1, section 6.1.60.3. */
export const rule: SlowCsafRule = {
  id: "6.1.60.3",
  group: "mandatory",
  title: "Extension Metadata",
  async checkSlowly(document, ports) {
    const items = extensionItems(document);
    return [...tooMany(items, ports), ...incompatible(items, ports)];
  },
  unjudged(document, ports) {
    return extensionItems(document)
      .filter(({ value }) => extensionPackage(value, ports) === null)
      .map(({ path, value }) => ({
        path,
        message: `${extensionClass(value)} extension ${quote(extensionSchema(value))} is not supported`,
      }));
  },
};
