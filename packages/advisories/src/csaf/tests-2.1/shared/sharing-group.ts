import { isObject, isText, member } from "./json.ts";

export const maxUuid = "ffffffff-ffff-ffff-ffff-ffffffffffff";
export const nilUuid = "00000000-0000-0000-0000-000000000000";

/** The names that section 3.2.2.5.1 reserves, by the id that they belong to. */
export const reservedNames = new Map([
  [maxUuid, "Public"],
  [nilUuid, "No sharing allowed"],
]);

export interface SharingGroup {
  /** An empty string where it is not said. */
  id: string;
  name: string | null;
}

/** Where the sharing group stands. */
export const sharingGroupPath = "/document/distribution/sharing_group";

/** The document's sharing group, or null where it has none. */
export function sharingGroup(document: unknown): SharingGroup | null {
  const group = member(member(member(document, "document"), "distribution"), "sharing_group");
  if (!isObject(group)) return null;
  const [id, name] = [member(group, "id"), member(group, "name")];
  return { id: isText(id) ? id : "", name: isText(name) ? name : null };
}
