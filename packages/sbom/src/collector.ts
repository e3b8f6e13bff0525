import type { Place } from "@bongsu/base";
import { packageIdentity, type SourcePackage } from "@bongsu/versions";
import type { Component, DependencyKind, SbomEvent, SbomHeader } from "./component.ts";
import type { Draft } from "./draft.ts";
import { contextOf, decide, type Identity, identified, nameOf, needsSystem } from "./identify.ts";
import { Log } from "./log.ts";
import type { Notation } from "./notation.ts";
import { Refs } from "./refs.ts";
import { Store } from "./store.ts";
import { Systems } from "./systems.ts";

/** Takes what a format's reader finds, and makes the events of the stream. */
export class Collector {
  readonly log: Log;
  readonly refs: Refs;
  readonly #systems = new Systems();
  /** Packages that wait for the operating system around them to be known; an image may have many thousands. */
  readonly #waiting = new Store<Component & { source: SourcePackage | null }>();
  readonly #notRead = new Map<string, number>();
  #events: SbomEvent[] = [];

  constructor(notation: Notation, file: string | undefined) {
    this.log = new Log(notation, file, (problem) => this.#events.push({ kind: "problem", problem }));
    this.refs = new Refs(this.log);
  }

  /** The events since the last time. */
  drain(): SbomEvent[] {
    const events = this.#events;
    if (events.length > 0) this.#events = [];
    return events;
  }

  add(draft: Draft): Component {
    const ref = this.refs.define(draft.ref, draft.place);
    const named = nameOf(draft, this.log);
    const context = contextOf(draft);
    const found = named === null ? null : packageIdentity(named.purl, context);
    const component = assemble(ref, draft, decide(draft, named, found, this.log));
    if (draft.type === "operating-system") this.#addSystem(component, draft);
    if (named !== null && found !== null && needsSystem(named.purl, found))
      this.#waiting.add({ ...component, source: context.source ?? null });
    else this.#events.push({ kind: "component", component });
    return component;
  }

  depend(kind: DependencyKind, from: string, to: string[], place: Place): void {
    this.refs.mention(from, place);
    for (const ref of to) this.refs.mention(ref, place);
    if (kind !== "provides") this.#systems.link(from, to);
    this.#events.push({ kind: "dependency", dependency: { kind, from, to } });
  }

  vulnerability(vulnerability: unknown, path: string): void {
    this.#events.push({ kind: "vulnerability", vulnerability, path });
  }

  /** Counts an element of a kind that is passed over. */
  notRead(kind: string): void {
    this.#notRead.set(kind, (this.#notRead.get(kind) ?? 0) + 1);
  }

  /** Completes what waited for the end of the document, and reports what is still missing. */
  *finish(header: SbomHeader): Generator<SbomEvent, void> {
    yield* this.drain();
    for (const { source, ...waiting } of this.#waiting.release()) {
      const component = header.subject?.ref === waiting.ref ? header.subject : waiting;
      const context = { name: component.name, source: source ?? undefined };
      const found = this.#systems.identify(component, context);
      if (found !== null) Object.assign(component, identified(found, component.version));
      yield { kind: "component", component };
    }
    this.refs.finish();
    for (const [kind, count] of this.#notRead) this.log.report("sbom.not-read", { kind, count }, {});
    this.log.finish();
    yield* this.drain();
    yield { kind: "header", header };
  }

  #addSystem({ ref, name, version }: Component, { hints }: Draft): void {
    const id = hints.distributionId ?? name;
    this.#systems.add(ref, { id, release: hints.distributionVersion ?? version ?? "" });
  }
}

function assemble(ref: string, draft: Draft, identity: Identity): Component {
  const { place } = draft;
  return {
    ref,
    type: draft.type,
    group: draft.group,
    name: draft.name,
    ...identity,
    hashes: draft.hashes,
    licenses: draft.licenses,
    supplier: draft.supplier,
    supplierRole: draft.supplierRole,
    scope: draft.scope,
    path: place.path ?? (place.line === undefined ? "" : `line ${place.line}`),
    parent: draft.parent,
    model: draft.model,
    data: draft.data,
  };
}
