import manifest from "../package.json" with { type: "json" };

/** How reports name this program. */
export const tool = { name: "bongsu", version: manifest.version, url: "https://github.com/bongsu/bongsu" };
