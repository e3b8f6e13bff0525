import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { armoredBlocks } from "./armor.ts";
import { Fault } from "./fault.ts";
import { armor } from "./testing/armor.ts";
import { bytes } from "./testing/hold.ts";

const dresses = fc.record({
  width: fc.integer({ min: 4, max: 76 }),
  lineEnd: fc.constantFrom("\n" as const, "\r\n" as const),
  headers: fc.subarray(["Version: 1", "Comment: 한국어, with: colons", "Hash: SHA256"]),
  checksum: fc.constantFrom(null, "njUN", "AAAA", "é!"),
  around: fc.constantFrom(["", ""] as const, ["Key of the CERT:", "-- end"] as const, ["\ufeff", "====="] as const),
});

const read = (text: string) => armoredBlocks(bytes(text), ["SIGNATURE"])?.map((block) => Buffer.from(block));

test("armor comes back as the bytes it was made of, however it is dressed", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.uint8Array({ maxLength: 200 }), dresses), { minLength: 1, maxLength: 4 }),
      (blocks) => {
        const text = blocks.map(([content, dress]) => armor("SIGNATURE", content, dress)).join("\n");
        assert.deepEqual(
          read(text),
          blocks.map(([content]) => Buffer.from(content)),
        );
      },
    ),
  );
});

test("a byte order mark may stand directly before the armor", () => {
  assert.deepEqual(read(`\ufeff${armor("SIGNATURE", bytes("a"))}`), [Buffer.from("a")]);
});

test("blocks of other labels are passed over; what has no armor is binary", () => {
  assert.deepEqual(
    read(armor("PUBLIC KEY BLOCK", bytes("a")) + armor("SIGNATURE", bytes("b"), { around: ["\n", ""] })),
    [Buffer.from("b")],
  );
  assert.deepEqual(read(armor("PUBLIC KEY BLOCK", bytes("a"))), []);
  assert.equal(read("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"), undefined);
  assert.equal(read("text -----BEGIN PGP SIGNATURE-----"), undefined);
});

test("armor that does not end, ends as another, begins anew within, or is not Base64 is refused", () => {
  const whole = armor("SIGNATURE", bytes("a text of some length"));
  const inner = whole.split("\n")[3] ?? "";
  for (const wrong of [
    whole.slice(0, whole.indexOf("-----END")),
    whole.replace("END PGP SIGNATURE", "END PGP MESSAGE"),
    whole.replace(inner, `${inner}\n-----BEGIN PGP SIGNATURE-----`),
    whole.replace(inner, `${inner}*`),
    whole.replace(inner, `QQ==\n${inner}`),
  ]) {
    assert.throws(() => read(wrong), Fault, wrong);
  }
});
