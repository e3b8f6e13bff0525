import type { Tlp } from "./tlp.ts";

/** The organisations that something is for: by themselves, and as members of circles at the moment of asking. */
export interface Audience {
  organisations: readonly string[];
  circles: readonly string[];
}

/** How far something may travel. */
export interface Marking {
  /** Null: not marked; its owner's alone, whatever audience it has. */
  tlp: Tlp | null;
  audience: Audience;
  /** The people who see RED besides the author. */
  named: readonly string[];
  /** Before this time only participants see it: the owner and the audience itself. */
  embargoUntil: Date | null;
}

/** Something that is shared. All ids are those of the hub. */
export interface Marked extends Marking {
  /** The organisation that it belongs to. */
  owner: string;
  /** The person who wrote it; null where a machine did. */
  author: string | null;
}

/** An embargo holds until its minute, and not in it. */
export const isUnderEmbargo = ({ embargoUntil }: Pick<Marking, "embargoUntil">, now: Date): boolean =>
  embargoUntil !== null && embargoUntil.getTime() > now.getTime();
