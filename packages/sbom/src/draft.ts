import type { Place } from "@bongsu/base";
import type { Component } from "./component.ts";

/** What a tool says of a package in properties of its own, where the format has no field for it. */
export interface Hints {
  /** The package URL's type: `npm`, `deb` … */
  packageType: string | null;
  /** The package that a distribution built it from. */
  sourceName: string | null;
  sourceVersion: string | null;
  /** Of an operating system: its id and version, as os-release writes them. */
  distributionId: string | null;
  distributionVersion: string | null;
}

export const noHints: Hints = {
  packageType: null,
  sourceName: null,
  sourceVersion: null,
  distributionId: null,
  distributionVersion: null,
};

type Decided =
  | "ref"
  | "purl"
  | "cpe"
  | "cpes"
  | "identity"
  | "identifiedBy"
  | "matchVersion"
  | "module"
  | "unmatchable"
  | "path";

/** A component as a format's reader finds it: what identifies it is still as written. */
export interface Draft extends Omit<Component, Decided> {
  ref: string | null;
  purls: string[];
  cpes: string[];
  /** Package URLs made from what the document says of the package manager. */
  derived: string[];
  hints: Hints;
  place: Place;
}
