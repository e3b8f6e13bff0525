import { openEmbedded } from "../hub/platform/database/embedded.ts";

// A process that holds a data folder until it is killed.
await openEmbedded(process.argv[2] ?? "");
console.log("held");
setInterval(() => {}, 1_000_000);
