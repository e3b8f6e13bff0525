export * from "./contract.ts";
export * from "./events.ts";
export * from "./fields.ts";
export * from "./members.ts";
export * from "./page.ts";
export * from "./who.ts";
export * from "./words.ts";
