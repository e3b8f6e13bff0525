import type { BongsuError } from "@bongsu/base";
import type { VersionOrder } from "../../order.ts";
import type { Interval } from "../../range.ts";
import { type Comparator, constraintIntervals } from "../constraint.ts";
import { invalidRange, type RangeRule } from "../invalid.ts";

/** A native range while it is read: its text, and what its versions are compared by. */
export class RangeSource {
  readonly text: string;
  readonly order: VersionOrder;

  constructor(text: string, order: VersionOrder) {
    this.text = text;
    this.order = order;
  }

  /** The versions that stand so to a version. Throws where it is not one; `offset` is where it was written. */
  compared(comparator: Comparator, version: string, offset: number): Interval[] {
    const key = this.order.key(version);
    if (key === null) throw this.fail(version === "" ? "no-version" : "not-a-version", offset);
    return constraintIntervals({ comparator, version, key });
  }

  /** From a version up to, and without, another. */
  between(low: string, high: string, offset: number): Interval[] {
    const [from] = this.compared(">=", low, offset);
    const [to] = this.compared("<", high, offset);
    return [{ low: from?.low ?? null, high: to?.high ?? null }];
  }

  fail(rule: RangeRule, offset: number): BongsuError {
    return invalidRange(this.text, rule, offset);
  }
}

/** Reads a range as its ecosystem writes it. Throws `versions.invalid-range`. */
export type NativeSyntax = (source: RangeSource) => Interval[];
