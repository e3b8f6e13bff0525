import manifest from "../package.json" with { type: "json" };

/** How reports name this program. */
export const tool = { name: "bongsu", version: manifest.version };
