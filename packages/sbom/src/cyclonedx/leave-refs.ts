import type { Refs } from "../refs.ts";

/**
 * Notes the names of elements that are no components (tools, standards and their requirements, steps of a workflow …):
 * dependencies may name them. Takes a value as JSON has it, of any depth.
 */
export function leaveRefs(value: unknown, refs: Refs): void {
  const open: unknown[] = [value];
  while (open.length > 0) {
    const item = open.pop();
    if (typeof item !== "object" || item === null) continue;
    for (const [name, member] of Object.entries(item)) {
      if (name === "bom-ref" && typeof member === "string") refs.leave(member.trim());
      else if (typeof member === "object") open.push(member);
    }
  }
}
