export { type Caller, createCaller } from "./caller.ts";
export { catalogue } from "./catalogue.ts";
export type { ClientOptions } from "./connection.ts";
export { createClient } from "./create-client.ts";
export { type FieldError, HubError } from "./hub-error.ts";
export { clientProblems } from "./problems.ts";
export type { Answer, Bytes, CallOptions, Client, Given, HubFile, Operation } from "./types.ts";
