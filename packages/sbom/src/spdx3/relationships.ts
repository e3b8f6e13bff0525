import type { Collector } from "../collector.ts";
import type { DependencyKind } from "../component.ts";
import type { Fields } from "../fields.ts";
import { references, saysNothing, type TakeInline } from "./element.ts";
import { Ids } from "./ids.ts";
import { edges, otherRelationships } from "./vocabulary.ts";

const kinds: readonly DependencyKind[] = ["depends-on", "contains"];

/** The relationships of a document, kept until its elements are known. */
export class Relationships {
  readonly described = new Set<string>();
  readonly #ids = new Ids();
  /** Kind, line, number of ids, then the ids: `from` and each of `to`. */
  readonly #edges: number[] = [];
  /** Licences, data sets, by the package that has them. */
  readonly #licenses = new Map<number, number[]>();
  readonly #datasets = new Map<number, number[]>();

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
    if (kind !== undefined) this.#addEdge(kind, element.place().line ?? 0, [from, ...to]);
    else if (type === "hasDeclaredLicense" || type === "hasConcludedLicense") this.#note(this.#licenses, from, to);
    else if (type === "trainedOn") this.#note(this.#datasets, from, to);
    else if (type === "describes") for (const id of to) this.described.add(id);
    else if (!otherRelationships.has(type))
      element.report("sbom.unknown-value", { name: "relationshipType", value: type }, "relationshipType");
  }

  /** The same id, without holding it twice. */
  shared(id: string): string {
    return this.#ids.idOf(this.#ids.numberOf(id));
  }

  licensesOf(ref: string): string[] {
    return this.#noted(this.#licenses, ref);
  }

  datasetsOf(ref: string): string[] {
    return this.#noted(this.#datasets, ref);
  }

  /** Tells the edges between components; those to files and other elements are no dependencies. */
  *finish(collector: Collector, isComponent: (id: string) => boolean): Generator<void> {
    const counts = (id: string): boolean => isComponent(id) || !collector.refs.has(id);
    for (let at = 0; at < this.#edges.length; ) {
      const [kind = 0, line = 0, length = 0] = this.#edges.slice(at, at + 3);
      const [from = "", ...to] = this.#edges.slice(at + 3, at + 3 + length).map((number) => this.#ids.idOf(number));
      at += 3 + length;
      const known = to.filter(counts);
      if (known.length === 0 || !counts(from)) continue;
      collector.depend(kinds[kind] ?? "depends-on", from, known, { line });
      yield;
    }
  }

  #addEdge(kind: DependencyKind, line: number, ids: string[]): void {
    this.#edges.push(kinds.indexOf(kind), line, ids.length);
    for (const id of ids) this.#edges.push(this.#ids.numberOf(id));
  }

  #note(map: Map<number, number[]>, from: string, to: string[]): void {
    const key = this.#ids.numberOf(from);
    const numbers = to.map((id) => this.#ids.numberOf(id));
    const known = map.get(key);
    if (known === undefined) map.set(key, numbers);
    else for (const number of numbers) known.push(number);
  }

  #noted(map: Map<number, number[]>, ref: string): string[] {
    return [...new Set(map.get(this.#ids.numberOf(ref)))].map((number) => this.#ids.idOf(number));
  }
}
