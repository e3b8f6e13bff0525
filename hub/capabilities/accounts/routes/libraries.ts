import type { Library } from "../library.ts";

/** The library in two shapes: the everyday one never waits for the provider of single sign-on. */
export interface Libraries {
  plain(): Promise<Library>;
  /** Throws `accounts.single-sign-on-unavailable`. */
  withProvider(): Promise<Library>;
}
