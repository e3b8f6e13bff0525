export { enqueueDue } from "./due.ts";
export { type SourceGround, sourceGround } from "./run.ts";
export { disownSources } from "./store.ts";
export { startSources } from "./worker.ts";
