import * as contracts from "@bongsu/contracts";

/** Every operation of a hub, by capability. */
export const catalogue = contracts.catalogueOf(contracts);
