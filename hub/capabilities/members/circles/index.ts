export { actingFor, type Doer, doerOf } from "./acting.ts";
export { changeCircle } from "./change.ts";
export { createCircle, type NewCircle } from "./create.ts";
export { leaveAllCircles, removeCircle, removeMember, setRole } from "./members.ts";
export { administratorsOf, type HeldCircle, holdCircle, requireAdministers } from "./standing.ts";
export * from "./views.ts";
export { admit, askToJoin, decline, invite } from "./waiting.ts";
