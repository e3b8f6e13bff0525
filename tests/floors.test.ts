import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { importsOf, sourceFiles } from "./imports.ts";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/** The floors from the ground up. A file may import from its own floor's units as their package.json lists them, and from floors below. */
const floors = ["packages", "contracts", "client", "hub", "apps"] as const;

/** Beside the house: may use every floor, and no floor may use them. */
const beside = ["tests", "testing", "bench", "scripts"];

interface Manifest {
  name: string;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

const manifest = (folder: string): Manifest => JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));

/** `packages/sbom/src/x.ts` belongs to the unit `packages/sbom`, `hub/http/x.ts` to `hub`. */
function unitOf(file: string): string {
  const [floor = "", name = ""] = file.split(sep);
  return floor === "packages" || floor === "apps" ? `${floor}/${name}` : floor;
}

const floorOf = (unit: string): number => floors.indexOf(unit.split("/")[0] as (typeof floors)[number]);

const files = sourceFiles(root, [...floors, ...beside]).map((file) => relative(root, file));
/** Tests, what only tests use, and what stands beside the house. */
const isTest = (file: string) =>
  file.endsWith(".test.ts") || file.includes("/testing/") || beside.includes(file.split(sep)[0] ?? "");
const unitByName = new Map(
  [...new Set(files.map(unitOf))].filter((unit) => floorOf(unit) >= 0).map((unit) => [manifest(unit).name, unit]),
);

/** The name of the package that a bare import reaches: `@scope/name` or `name`. */
const packageName = (specifier: string): string =>
  specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");

function faultOf(file: string, specifier: string): string | null {
  const unit = unitOf(file);
  if (specifier.startsWith("node:")) {
    const pure = floorOf(unit) === floors.indexOf("packages") && !isTest(file);
    return pure ? "packages are pure: no Node.js modules" : null;
  }
  if (specifier.startsWith(".")) {
    const target = unitOf(relative(root, resolve(root, dirname(file), specifier)));
    if (target === unit || isTest(file)) return null;
    return `leaves ${unit} by a relative path`;
  }
  if (beside.includes(unit)) return null;
  const { name, dependencies = {} } = manifest(unit);
  const wanted = packageName(specifier);
  const rootTools = isTest(file) ? (manifest(".").devDependencies ?? {}) : {};
  if (wanted !== name && !(wanted in dependencies) && !(wanted in rootTools))
    return `${wanted} is not in ${unit}/package.json`;
  const target = unitByName.get(wanted);
  return target !== undefined && floorOf(target) > floorOf(unit) ? `${wanted} is on a floor above` : null;
}

test("every import keeps to the floors and to its package.json", () => {
  assert.ok(files.length > 0, "no source file was found");
  const faults = files.flatMap((file) =>
    importsOf(join(root, file)).flatMap((specifier) => {
      const fault = faultOf(file, specifier);
      return fault === null ? [] : [`${file}: ${specifier}: ${fault}`];
    }),
  );
  assert.deepEqual(faults, []);
});

test("packages ask neither the clock nor chance nor the process", () => {
  const impure =
    /\b(?:Date\.now|Math\.random|performance\.now|crypto\.(?:randomUUID|getRandomValues)|fetch)\(|\bnew Date\(\)|\bprocess\./;
  const faults = files
    .filter((file) => floorOf(unitOf(file)) === floors.indexOf("packages") && !isTest(file))
    .filter((file) => impure.test(readFileSync(join(root, file), "utf8")));
  assert.deepEqual(faults, []);
});

test("no package depends on one that depends on it", () => {
  const needs = (unit: string, seen: string[] = []): void => {
    assert.ok(!seen.includes(unit), `a circle: ${[...seen, unit].join(" → ")}`);
    for (const name of Object.keys(manifest(unit).dependencies ?? {})) {
      const target = unitByName.get(name);
      if (target !== undefined) needs(target, [...seen, unit]);
    }
  };
  for (const unit of unitByName.values()) needs(unit);
});

test("no file is over 400 lines", () => {
  const long = files
    .filter((file) => !file.endsWith(".test.ts"))
    .map((file) => `${file}: ${readFileSync(join(root, file), "utf8").split("\n").length}`)
    .filter((line) => Number(line.split(": ")[1]) > 400);
  assert.deepEqual(long, [], "split them along the nouns, or give the reason in docs/decisions/ and list them here");
});

test("nothing in one package imports in a circle between its files", () => {
  const graph = new Map<string, string[]>(
    files.map((file) => [
      file,
      importsOf(join(root, file), { types: false })
        .filter((specifier) => specifier.startsWith("."))
        .map((specifier) => relative(root, resolve(root, dirname(file), specifier))),
    ]),
  );
  const done = new Set<string>();
  const visit = (file: string, path: string[]): void => {
    const at = path.indexOf(file);
    assert.equal(at, -1, `a circle: ${[...path.slice(at), file].join(" → ")}`);
    if (done.has(file)) return;
    for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
    done.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
});
