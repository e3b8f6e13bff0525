import type { DataSet, Hash, Model } from "../component.ts";
import { type Draft, noHints } from "../draft.ts";
import { Store } from "../store.ts";

/** A package, with the ids of those who supplied it: their names may stand later in the document. */
export interface Found {
  draft: Draft;
  suppliers: string[];
}

/** What differs from package to package. */
interface Row {
  ref: string | null;
  type: string;
  name: string;
  version: string | null;
  purls: string[];
  cpes: string[];
  hashes: Hash[];
  model: Model | null;
  data: DataSet[];
  path: string;
  line: number;
  suppliers: string[];
}

/** The packages of a document, until everything that is said of them is known. */
export class Packages {
  readonly #store = new Store<Row>();

  add({ draft, suppliers }: Found): void {
    const { ref, type, name, version, purls, cpes, hashes, model, data, place } = draft;
    const { path = "", line = 0 } = place;
    this.#store.add({ ref, type, name, version, purls, cpes, hashes, model, data, path, line, suppliers });
  }

  /** The packages in the order in which they came; they are let go on the way. */
  *release(): Generator<Found> {
    for (const { path, line, suppliers, ...told } of this.#store.release()) {
      const untold = {
        group: null,
        derived: [],
        hints: noHints,
        licenses: [],
        supplier: null,
        scope: null,
        parent: null,
      };
      yield { draft: { ...told, ...untold, place: { path, line } }, suppliers };
    }
  }
}
