import type { RuleFinding } from "../../rule.ts";
import { isText, member } from "./json.ts";

/** A finding where a text member of `$.document` is not there, or is there and says nothing: the two are told apart. */
export function unsetDocumentMember(document: unknown, key: string): RuleFinding[] {
  const value = member(member(document, "document"), key);
  if (value === undefined) return [{ path: "/document", message: `${key} is not there` }];
  if (isText(value) && value.trim() !== "") return [];
  return [{ path: `/document/${key}`, message: `${key} is there, and has no value` }];
}
