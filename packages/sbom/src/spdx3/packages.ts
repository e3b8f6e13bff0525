import type { DataSet, Hash, Model } from "../component.ts";
import { type Draft, noHints } from "../draft.ts";
import { Store } from "./store.ts";

/** A package, with the ids of those who supplied it: their names may stand later in the document. */
export interface Found {
  draft: Draft;
  suppliers: string[];
}

/** What differs from package to package. */
type Row = [
  ref: string | null,
  type: string,
  name: string,
  version: string | null,
  purls: string[],
  cpes: string[],
  hashes: Hash[],
  model: Model | null,
  data: DataSet[],
  path: string,
  line: number,
  suppliers: string[],
];

/** The packages of a document, until everything that is said of them is known. */
export class Packages {
  readonly #store = new Store();

  add({ draft, suppliers }: Found): void {
    const { ref, type, name, version, purls, cpes, hashes, model, data, place } = draft;
    const { path = "", line = 0 } = place;
    const row: Row = [ref, type, name, version, purls, cpes, hashes, model, data, path, line, suppliers];
    this.#store.add(row);
  }

  /** The packages in the order in which they came; they are let go on the way. */
  *release(): Generator<Found> {
    for (const row of this.#store.release()) {
      // What was stored is a row.
      const [ref, type, name, version, purls, cpes, hashes, model, data, path, line, suppliers] = row as Row;
      const rest = {
        group: null,
        derived: [],
        hints: noHints,
        licenses: [],
        supplier: null,
        scope: null,
        parent: null,
      };
      yield {
        draft: { ref, type, name, version, purls, cpes, hashes, model, data, place: { path, line }, ...rest },
        suppliers,
      };
    }
  }
}
