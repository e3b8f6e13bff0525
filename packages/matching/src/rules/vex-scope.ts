import type { Component } from "@bongsu/sbom";
import type { StatementRecord } from "../compiled/record.ts";
import type { Bom } from "../input.ts";
import { refersTo } from "./bom-reference.ts";
import { installed, installedVersion } from "./installed.ts";
import { type Named, namesComponent } from "./product.ts";
import { inRange } from "./within.ts";

/** A statement, and whether it stands in the BOM that is being looked at. */
export interface GivenStatement {
  statement: StatementRecord;
  embedded: boolean;
}

const named = (component: Component): Named => {
  const version = installedVersion(component);
  return { component, installed: version === null ? null : installed(version) };
};

/** What contains a component: its parents by nesting, and what the BOM is about. */
function containersOf(component: Component, bom: Bom, byRef: ReadonlyMap<string, Component>): Component[] {
  const containers: Component[] = [];
  const seen = new Set([component.ref]);
  for (let ref = component.parent; ref !== null && !seen.has(ref); ) {
    seen.add(ref);
    const parent = byRef.get(ref);
    if (parent !== undefined) containers.push(parent);
    ref = parent?.parent ?? null;
  }
  return bom.subject === null || bom.subject.ref === component.ref ? containers : [...containers, bom.subject];
}

/**
 * Whether a statement is about this component: it names the component itself, or the product that contains it; and
 * where it names parts of the product (OpenVEX subcomponents), the component has to be one of them.
 */
export function isAbout(
  { statement, embedded }: GivenStatement,
  component: Component,
  bom: Bom,
  byRef: ReadonlyMap<string, Component>,
): boolean {
  const { range } = statement;
  const names = (product: Component) => {
    const itself = named(product);
    const inBounds = range === null || (itself.installed !== null && inRange(range, itself.installed));
    return (
      (inBounds && statement.refs.some((reference) => refersTo(reference, product, bom, embedded))) ||
      statement.subjects.some((subject) => namesComponent(subject, range, itself))
    );
  };
  const containers = containersOf(component, bom, byRef);
  if (statement.components.length === 0) return [component, ...containers].some(names);
  const isPart = statement.components.some((part) => namesComponent(part, null, named(component)));
  return isPart && containers.some(names);
}
