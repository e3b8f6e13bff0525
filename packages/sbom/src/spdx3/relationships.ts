import type { Collector } from "../collector.ts";
import type { DependencyKind } from "../component.ts";
import type { Fields } from "../fields.ts";
import { references, saysNothing, type TakeInline } from "./element.ts";
import { edges, otherRelationships } from "./vocabulary.ts";

interface Edge {
  kind: DependencyKind;
  from: string;
  to: string[];
  path: string;
}

/** The relationships of a document, kept until its elements are known. */
export class Relationships {
  readonly edges: Edge[] = [];
  /** Ids of licences, of data sets, by the package that has them. */
  readonly licenses = new Map<string, Set<string>>();
  readonly datasets = new Map<string, Set<string>>();
  readonly described: string[] = [];

  take(element: Fields, takeInline: TakeInline): void {
    const type = element.required("relationshipType");
    const [from] = references(element, "from", takeInline);
    if (type === null) return;
    if (from === undefined) {
      element.report("sbom.missing", { name: "from" });
      return;
    }
    const to = references(element, "to", takeInline).filter((id) => !saysNothing(id));
    const kind = edges.get(type);
    if (kind !== undefined) this.edges.push({ kind, from, to, path: element.path });
    else if (type === "hasDeclaredLicense" || type === "hasConcludedLicense") note(this.licenses, from, to);
    else if (type === "trainedOn" || type === "testedOn") note(this.datasets, from, to);
    else if (type === "describes") this.described.push(...to);
    else if (!otherRelationships.has(type))
      element.report("sbom.unknown-value", { name: "relationshipType", value: type }, "relationshipType");
  }

  /** Tells the edges between components; those to files and other elements are no dependencies. */
  finish(collector: Collector, isComponent: (id: string) => boolean): void {
    for (const { kind, from, to, path } of this.edges) {
      const known = to.filter((id) => isComponent(id) || !collector.refs.has(id));
      if (known.length > 0 && (isComponent(from) || !collector.refs.has(from)))
        collector.depend(kind, from, known, { path });
    }
  }
}

function note(map: Map<string, Set<string>>, from: string, to: string[]): void {
  const set = map.get(from);
  if (set === undefined) map.set(from, new Set(to));
  else for (const id of to) set.add(id);
}
