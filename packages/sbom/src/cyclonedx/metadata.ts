import type { Collector } from "../collector.ts";
import type { Component } from "../component.ts";
import type { Fields } from "../fields.ts";
import { readComponent } from "./component.ts";

/** What `metadata` tells of the document. */
export interface Metadata {
  created: string | null;
  tools: string[];
  subject: Component | null;
}

const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?$/i;

export function readMetadata(metadata: Fields, collector: Collector): Metadata {
  const created = metadata.text("timestamp");
  if (created !== null && !dateTime.test(created))
    metadata.report("sbom.invalid-value", { name: "timestamp", value: created }, "timestamp");
  const component = metadata.fields("component");
  return {
    created,
    tools: readTools(metadata),
    subject: component === null ? null : readComponent(component, null, collector),
  };
}

/** Up to 1.4 an array of tools; since 1.5, components and services. */
function readTools(metadata: Fields): string[] {
  if (!metadata.has("tools")) return [];
  if (metadata.isArray("tools"))
    return metadata.list("tools").map((tool) => joined(tool.text("vendor"), tool.text("name"), tool.text("version")));
  const tools = metadata.fields("tools");
  const components = (tools?.list("components") ?? []).map((tool) =>
    joined(tool.text("group"), tool.text("name"), tool.text("version")),
  );
  const services = (tools?.list("services") ?? []).map((tool) =>
    joined(tool.fields("provider")?.text("name") ?? null, tool.text("name"), tool.text("version")),
  );
  return [...components, ...services];
}

function joined(...parts: (string | null)[]): string {
  return parts.filter((part) => part !== null).join(" ");
}
