import type { DataSet, Hash, Model, SupplierRole } from "../component.ts";
import { type Draft, type Hints, noHints } from "../draft.ts";
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
  supplierRole: SupplierRole | null;
  model: Model | null;
  data: DataSet[];
  /** Null where there are none: most packages have none. */
  hints: Hints | null;
  path: string;
  line: number;
  suppliers: string[];
}

/** The packages of a document, until everything that is said of them is known. */
export class Packages {
  readonly #store = new Store<Row>();

  add({ draft, suppliers }: Found): void {
    const { ref, type, name, version, purls, cpes, hashes, supplierRole, model, data, hints, place } = draft;
    const { path = "", line = 0 } = place;
    const told = hints === noHints ? null : hints;
    const kept = { ref, type, name, version, purls, cpes, hashes, supplierRole, model, data };
    this.#store.add({ ...kept, hints: told, path, line, suppliers });
  }

  /** The packages in the order in which they came; they are let go on the way. */
  *release(): Generator<Found> {
    for (const { path, line, suppliers, hints, ...told } of this.#store.release()) {
      const untold = {
        group: null,
        derived: [],
        hints: hints ?? noHints,
        licenses: [],
        supplier: null,
        scope: null,
        parent: null,
      };
      yield { draft: { ...told, ...untold, place: { path, line } }, suppliers };
    }
  }
}
