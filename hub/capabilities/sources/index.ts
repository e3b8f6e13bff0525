export { enqueueDue } from "./due.ts";
export { sourceGround } from "./run.ts";
export { disownSources } from "./store.ts";
export { startSources } from "./worker.ts";
