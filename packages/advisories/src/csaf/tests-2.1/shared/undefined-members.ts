import cvss20 from "@secvisogram/csaf-validator-lib/schemas/cvss-v2.0.js";
import cvss30 from "@secvisogram/csaf-validator-lib/schemas/cvss-v3.0.js";
import cvss31 from "@secvisogram/csaf-validator-lib/schemas/cvss-v3.1.js";
import { cvss4Schema } from "../../schema-2.1/cvss4.ts";
import { extensionContentSchema } from "../../schema-2.1/extension.ts";
import { csaf21Schema } from "../../schema-2.1/index.ts";
import { csafSchemaId, cvssIds, extensionContentId, ssvcSelectionListId } from "../../schema-2.1/parts.ts";
import { ssvcSelectionListSchema } from "../../schema-2.1/ssvc.ts";
import { elements, isObject, type JsonObject, member, pointerToken } from "./json.ts";
import type { Found } from "./select.ts";

const schemas: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  [csafSchemaId, csaf21Schema(false)],
  [cvssIds.v2, cvss20],
  [cvssIds.v30, cvss30],
  [cvssIds.v31, cvss31],
  [cvssIds.v4, cvss4Schema],
  [extensionContentId, extensionContentSchema],
  [ssvcSelectionListId, ssvcSelectionListSchema],
]);

/** What schemas that apply together say of an object's members and a list's items: again schemas. */
interface Shape {
  /** Null where no schema names members: then every member may be there. */
  members: Map<string, SchemaPart[]> | null;
  items: SchemaPart[];
}

/** A part of a schema, and the id of the schema that references in it are relative to. */
interface SchemaPart {
  part: unknown;
  base: string;
}

/**
 * The members that none of the schemas of CSAF 2.1, CVSS and SSVC defines at their place. Whatever else is wrong with a
 * document does not matter, and nor does which of several alternatives it means.
 */
export function undefinedMembers(document: unknown): Found[] {
  const found: Found[] = [];
  const pending = [
    { path: "", value: document, shape: shapeOf([{ part: { $ref: csafSchemaId }, base: csafSchemaId }]) },
  ];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { path, value, shape } = next;
    if (isObject(value) && shape.members !== null) {
      for (const [key, inner] of Object.entries(value)) {
        const parts = shape.members.get(key);
        const place = `${path}/${pointerToken(key)}`;
        if (parts === undefined) found.push({ path: place, value: inner });
        else pending.push({ path: place, value: inner, shape: shapeOf(parts) });
      }
    }
    const itemShape = elements(value).length > 0 ? shapeOf(shape.items) : shape;
    elements(value).forEach((item, index) => {
      pending.push({ path: `${path}/${index}`, value: item, shape: itemShape });
    });
  }
  return found;
}

const shapes = new WeakMap<SchemaPart[], Shape>();

function shapeOf(parts: SchemaPart[]): Shape {
  const known = shapes.get(parts);
  if (known !== undefined) return known;
  const shape: Shape = { members: null, items: [] };
  for (const { part, base } of parts.flatMap((one) => alternatives(one, new Set()))) {
    for (const [key, inner] of Object.entries(objectOf(member(part, "properties")))) {
      shape.members ??= new Map();
      const others = shape.members.get(key);
      if (others === undefined) shape.members.set(key, [{ part: inner, base }]);
      else others.push({ part: inner, base });
    }
    if (isObject(member(part, "items"))) shape.items.push({ part: member(part, "items"), base });
  }
  shapes.set(parts, shape);
  return shape;
}

const objectOf = (value: unknown): JsonObject => (isObject(value) ? value : {});

/** A part, and what it refers to or is put together from. */
function alternatives({ part, base }: SchemaPart, seen: Set<unknown>): SchemaPart[] {
  if (!isObject(part) || seen.has(part)) return [];
  seen.add(part);
  const reference = member(part, "$ref");
  const inner = ["allOf", "anyOf", "oneOf"]
    .flatMap((key) => elements(member(part, key)))
    .map((one) => ({ part: one, base }));
  const referred = typeof reference === "string" ? [resolve(reference, base)] : [];
  return [{ part, base }, ...[...referred, ...inner].flatMap((one) => alternatives(one, seen))];
}

function resolve(reference: string, base: string): SchemaPart {
  const [id = "", pointer = ""] = reference.split("#", 2);
  const schema = id === "" ? base : id;
  const part = pointer.split("/").slice(1).reduce<unknown>(member, schemas.get(schema));
  return { part, base: schema };
}
