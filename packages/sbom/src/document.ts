import type { Place } from "@bongsu/base";
import type { SbomEvent } from "./component.ts";
import type { Fields } from "./fields.ts";

/** A format's reader of the parts of a document, in the shape of its JSON whatever the notation. */
export interface SbomDocument {
  /** Takes one item of a list, or a member that is read by itself. */
  take(part: string, value: unknown, place: Place): void;
  /** Takes an item that is passed over: it may have a name by which others refer to it. */
  pass?(value: unknown): void;
  /** Takes what is left of the document, and ends it: gives the events that are left. */
  finish(root: Fields): Generator<SbomEvent, void>;
}
