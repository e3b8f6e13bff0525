import { dataPath } from "../tests/data.ts";
import { machine } from "./machine.ts";
import type { Row } from "./row.ts";

/** A part of the bench, `bench/<name>.ts`: `npm run bench -- sbom match` measures some, `--large` ten million component rows as well. */
interface Part {
  name: string;
  title: string;
  run(): Promise<Row[]>;
}

const large = process.argv.includes("--large");

const parts: Part[] = [
  {
    name: "versions",
    title: "version keys",
    run: async () => (await import("./versions.ts")).benchVersions(),
  },
  { name: "sbom", title: "SBOMs", run: async () => (await import("./sbom.ts")).benchSbom() },
  {
    name: "advisories",
    title: "advisories",
    run: async () => (await import("./advisories.ts")).benchAdvisories(),
  },
  {
    name: "match",
    title: "bongsu match",
    run: async () => (await import("./match.ts")).benchMatch(),
  },
  {
    name: "exposure",
    title: "the nation as one join",
    run: async () => (await import("./exposure.ts")).benchExposure({ embedded: true, large }),
  },
  { name: "hub", title: "the hub over HTTP", run: async () => (await import("./hub/index.ts")).benchHub() },
  {
    name: "situation",
    title: "lists and the national picture at two million exposures",
    run: async () => (await import("./situation.ts")).benchSituation(),
  },
  {
    name: "alerts",
    title: "from an advisory to those who are told",
    run: async () => (await import("./alerts/index.ts")).benchAlerts(),
  },
];

const heads = ["part", "what", "aim", "measured"];

function table(rows: readonly (readonly string[])[]): string {
  const widths = heads.map((head, column) => Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) => `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(" | ")} |`;
  return [line(heads), `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`, ...rows.map(line)].join("\n");
}

if (dataPath("osv") === null) {
  console.error("The real inputs are not here (BONGSU_DATA, ../shared/data): nothing to measure with.");
  process.exit(1);
}
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const rows: string[][] = [];
for (const part of parts.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  console.error(`Measuring ${part.title} …`);
  for (const { claim, aim, measured } of await part.run()) rows.push([part.name, claim, aim, measured]);
}
console.log(`Measured on: ${machine()}.\n\n${table(rows)}`);
