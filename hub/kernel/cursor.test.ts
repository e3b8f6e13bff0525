import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { cursorOf, pageFrom, positionOf } from "./cursor.ts";

test("a cursor gives back its position, whatever stands in it", () => {
  const part = fc.oneof(
    fc.string({ unit: "binary" }).filter((text) => text.isWellFormed() && !text.includes("\0")),
    fc.integer(),
    fc.constant(null),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 4 }), (position) => {
      assert.deepEqual(positionOf(cursorOf("name", position), "name", position.length), position);
    }),
  );
});

test("a cursor of another list, or none at all, is refused with its code", () => {
  const refused = { code: "http.invalid-cursor" };
  assert.throws(() => positionOf(cursorOf("name", ["a"]), "-since", 1), refused);
  assert.throws(() => positionOf(cursorOf("name", ["a"]), "name", 2), refused);
  fc.assert(
    fc.property(fc.string(), (text) => {
      assert.throws(() => positionOf(text, "name", 1), refused);
    }),
  );
});

test("a page says whether there is another", () => {
  const present = (row: { id: number }) => row.id;
  const rows = [{ id: 1 }, { id: 2 }, { id: 3 }];
  const page = pageFrom(rows, 2, "id", (row) => [row.id], present);
  assert.deepEqual(page.items, [1, 2]);
  assert.deepEqual(positionOf(page.next ?? undefined, "id", 1), [2]);
  assert.equal(pageFrom(rows, 3, "id", (row) => [row.id], present).next, null);
});
