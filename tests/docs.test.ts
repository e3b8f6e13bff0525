import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { describeConfig, readConfig } from "@bongsu/hub";
import { commandFault } from "./docs/command-faults.ts";
import { commandLinesOf } from "./docs/command-lines.ts";
import { anchorsOf, linksOf } from "./docs/markdown.ts";

const root = resolve(fileURLToPath(new URL("..", import.meta.url)));

const read = (file: string): string => readFileSync(join(root, file), "utf8");

function pagesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return /^(node_modules|\..*)$/.test(entry.name) ? [] : pagesIn(path);
    return entry.name.endsWith(".md") ? [path] : [];
  });
}

const pages = pagesIn(".");

/** What is wrong with a link; null where it leads somewhere. */
function linkFault(page: string, target: string): string | null {
  if (/^(https?|mailto):/.test(target)) return null;
  const [path = "", anchor] = target.split("#");
  const file = path === "" ? join(root, page) : resolve(root, dirname(page), decodeURIComponent(path));
  if (relative(root, file).startsWith("..")) return "leads out of the project";
  if (!existsSync(file)) return "is not there";
  if (anchor === undefined || statSync(file).isDirectory()) return null;
  return anchorsOf(readFileSync(file, "utf8")).has(anchor) ? null : "has no such heading";
}

test("every link in every page leads somewhere, to the heading that it names", () => {
  assert.ok(pages.length > 15, "pages were found");
  const faults = pages.flatMap((page) =>
    linksOf(read(page)).flatMap(({ target, line }) => {
      const fault = linkFault(page, target);
      return fault === null ? [] : [`${page}:${line}: ${target} ${fault}`];
    }),
  );
  assert.deepEqual(faults, []);
});

test("every command line of bongsu in every page is one that bongsu takes", async () => {
  const faults: string[] = [];
  let count = 0;
  for (const page of pages) {
    for (const { words, line } of commandLinesOf(read(page))) {
      count += 1;
      const fault = await commandFault(words);
      if (fault !== null) faults.push(`${page}:${line}: ${words.join(" ")}: ${fault}`);
    }
  }
  assert.ok(count > 60, `${count} command lines were found`);
  assert.deepEqual(faults, []);
});

test("a page that is wrong is found to be", async () => {
  assert.equal(linkFault("docs/api.md", "nowhere.md"), "is not there");
  assert.equal(linkFault("docs/api.md", "errors.md#nothing-of-the-kind"), "has no such heading");
  assert.equal(linkFault("docs/api.md", "#pages"), null);
  const [line] = commandLinesOf("```\n$ bongsu exposed CVE-1 --nonsense  # why\n```");
  assert.deepEqual(line?.words, ["exposed", "CVE-1", "--nonsense"]);
  assert.match((await commandFault(line?.words ?? [])) ?? "", /no option --nonsense/);
  assert.match((await commandFault(["hub", "circles", "dissolve"])) ?? "", /no command dissolve/);
  assert.match((await commandFault(["circles"])) ?? "", /no command circles/);
  assert.equal(await commandFault(["hub", "exposure", "list-exposures", "--limit", "3"]), null);
});

test("docs/install.md names every setting with its default, and no other; docs/README.md leads to every page", () => {
  const install = read("docs/install.md");
  const described = describeConfig(readConfig({}), {});
  const rows = install.split("\n").filter((line) => line.startsWith("| `"));
  const named = rows.flatMap((row) =>
    [...(row.split("|")[1] ?? "").matchAll(/`((?:BONGSU|DATABASE)_[A-Z_]+)`/g)].map(([, name]) => name),
  );
  assert.deepEqual(named.toSorted(), described.map(({ variable }) => variable).toSorted());
  for (const { variable, value } of described.filter((one) => one.value !== "" && one.variable !== "BONGSU_DATA_DIR")) {
    const row = rows.find((one) => one.includes(`\`${variable}\``)) ?? "";
    assert.ok(row.includes(`\`${value}\``), `${variable}: ${value} is not in: ${row}`);
  }
  const index = new Set(linksOf(read("docs/README.md")).map(({ target }) => target.split("#")[0]));
  const missing = pagesIn("docs").filter(
    (page) => !/decisions|README/.test(page) && !index.has(relative("docs", page)),
  );
  assert.deepEqual(missing, []);
});
