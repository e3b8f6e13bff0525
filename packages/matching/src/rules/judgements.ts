import type { Component } from "@bongsu/sbom";
import { packageKey } from "../compiled/package-key.ts";
import type { AdvisoryIndex } from "../compiled/record.ts";
import type { Installed } from "./installed.ts";
import { type Judgements, judge } from "./judge.ts";
import { postingsFor } from "./lookup.ts";

/** Remembers the judgement of each version of a package: SBOMs list the same ones again and again. */
export class Judge {
  private readonly index: AdvisoryIndex;
  private readonly known = new Map<string, Judgements>();

  constructor(index: AdvisoryIndex) {
    this.index = index;
  }

  of(component: Component, version: Installed): Judgements {
    const { identity, purl, cpes } = component;
    const named = identity === null ? [purl ?? "", ...cpes].join("\0") : packageKey(identity);
    const key = [named, version.version].join("\0");
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const judgements = judge(postingsFor(component, this.index), component, version, this.index);
    this.known.set(key, judgements);
    return judgements;
  }
}
