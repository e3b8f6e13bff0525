import { memberOperations } from "./capabilities/members/operations/index.ts";
import type { Operation } from "./kernel/index.ts";

/** Every operation of the hub. From this list come its routes, its reference, its commands, its permissions page. */
export const operations: readonly Operation[] = [...memberOperations];
