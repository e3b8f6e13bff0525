import { storableName } from "../../platform/database/document-texts.ts";

/** Names of vulnerabilities are compared without regard to case. A letter may become several: the key is bounded again. */
export const nameKey = (name: string): string => storableName(storableName(name).toUpperCase());
