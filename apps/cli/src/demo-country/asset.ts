import type { Asset } from "@bongsu/hub";

/** A system of an organisation, with what it is made of. */
export interface DemoAsset extends Pick<Asset, "name" | "criticality" | "network"> {
  /** The organisation's handle. */
  organisation: string;
  /** Package URLs, each once, in their own order. */
  purls: readonly string[];
}

/** An asset out of stacks that may share packages. */
export function asset(
  organisation: string,
  name: string,
  criticality: DemoAsset["criticality"],
  network: DemoAsset["network"],
  ...stacks: readonly (readonly string[])[]
): DemoAsset {
  return { organisation, name, criticality, network, purls: [...new Set(stacks.flat())].sort() };
}
