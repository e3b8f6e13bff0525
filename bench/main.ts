import { dataPath } from "../tests/data.ts";
import { machine } from "./machine.ts";
import type { Row } from "./row.ts";

/** A part of the bench: measured in its turn, shown under its title. */
interface Part {
  name: string;
  title: string;
  run(): Promise<Row[]>;
}

const large = process.argv.includes("--large");

const parts: Part[] = [
  {
    name: "versions",
    title: "Version keys (`bench/versions.ts`)",
    run: async () => (await import("./versions.ts")).benchVersions(),
  },
  { name: "sbom", title: "Reading SBOMs (`bench/sbom.ts`)", run: async () => (await import("./sbom.ts")).benchSbom() },
  {
    name: "advisories",
    title: "Reading advisories (`bench/advisories.ts`)",
    run: async () => (await import("./advisories.ts")).benchAdvisories(),
  },
  {
    name: "match",
    title: "`bongsu match` (`bench/match.ts`)",
    run: async () => (await import("./match.ts")).benchMatch(),
  },
  {
    name: "exposure",
    title: "The nation as one join (`bench/exposure.ts`)",
    run: async () => (await import("./exposure.ts")).benchExposure({ embedded: true, large }),
  },
];

const table = (rows: readonly Row[]): string => {
  const cells = [["what", "aim", "measured"], ...rows.map(({ claim, aim, measured }) => [claim, aim, measured])];
  const widths = [0, 1, 2].map((column) => Math.max(...cells.map((row) => (row[column] ?? "").length)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  const [head = [], ...body] = cells;
  return [line(head), `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`, ...body.map(line)].join("\n");
};

if (dataPath("osv") === null) {
  console.error("The real inputs are not here (BONGSU_DATA, ../shared/data): nothing to measure with.");
  process.exit(1);
}
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
console.log(`Measured on: ${machine()}.\n`);
for (const part of parts.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  console.log(`## ${part.title}\n\n${table(await part.run())}\n`);
}
