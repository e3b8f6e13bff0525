import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = join(fileURLToPath(new URL(".", import.meta.url)), "..");

/** Licences that ask for no more than their own text to be kept. */
const permissive =
  /^(MIT|MIT-0|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|BlueOak-1\.0\.0|CC0-1\.0|Unlicense|Python-2\.0|PostgreSQL|Zlib)$/;

/** A font's licence asks no more of a document in which the font is embedded, nor of the program that embeds it (OFL-1.1, clause 5). */
const fonts = /^node_modules\/@expo-google-fonts\//;

/** Packages whose `package.json` names no licence, with the first line of the licence file that they carry. */
const byFile: Record<string, { licence: string; firstLine: string }> = {
  "node_modules/png-js": { licence: "MIT", firstLine: "MIT License" },
};

interface Locked {
  version?: string;
  license?: string;
  dev?: boolean;
  link?: boolean;
}

const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as {
  packages: Record<string, Locked>;
};
const installed = Object.entries(packages).filter(([path, { link }]) => path.includes("node_modules/") && !link);

/** True where one side of every choice (`OR`) and every part (`AND`) is permissive. */
const allowed = (expression: string, path: string): boolean =>
  expression
    .replace(/[()]/g, "")
    .split(" AND ")
    .every((part) =>
      part
        .split(" OR ")
        .some((licence) => permissive.test(licence.trim()) || (licence.trim() === "OFL-1.1" && fonts.test(path))),
    );

test("everything that is installed is permissively licensed", () => {
  assert.ok(installed.length > 0);
  const others = installed.filter(([path, { license }]) => !allowed(license ?? byFile[path]?.licence ?? "none", path));
  assert.deepEqual(
    others.map(([path, { license }]) => `${path}: ${license}`),
    [],
  );
});

test("a licence that only a file tells is still in that file", () => {
  for (const [path, { firstLine }] of Object.entries(byFile)) {
    const [first] = readFileSync(join(root, path, "LICENSE"), "utf8").split("\n");
    assert.equal(first, firstLine, path);
  }
});

test("the licence of fonts is for fonts only", () => {
  assert.equal(allowed("MIT AND OFL-1.1", "node_modules/@expo-google-fonts/nanum-gothic"), true);
  assert.equal(allowed("OFL-1.1", "node_modules/anything-else"), false);
});

test("no lock entry says where a package was fetched from, and every direct dependency is pinned", () => {
  const lock = readFileSync(join(root, "package-lock.json"), "utf8");
  assert.doesNotMatch(lock, /"resolved": "https?:/);
  for (const [path, own] of Object.entries(packages)) {
    if (path.includes("node_modules/")) continue;
    const { dependencies = {}, devDependencies = {} } = own as Record<string, Record<string, string>>;
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
      assert.match(version, /^\d+\.\d+\.\d+(-[\w.]+)?$/, `${path || "the root"}: ${name}`);
    }
  }
});
