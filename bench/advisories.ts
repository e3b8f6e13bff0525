import { readAdvisories } from "@bongsu/advisories";
import { dataPath, readDataZip } from "../tests/data.ts";
import { count, median, type Row } from "./row.ts";

const ecosystems = ["Go", "PyPI", "crates.io", "npm", "AlmaLinux"];

/** How many OSV advisories one core reads in a second, from bytes to intervals of keys. */
export async function benchAdvisories(): Promise<Row[]> {
  const zips = ecosystems.map((ecosystem) => `osv/${ecosystem}/all.zip`).filter((name) => dataPath(name) !== null);
  if (zips.length === 0) return [];
  const documents = zips.flatMap((name) => [...readDataZip(name).values()]);
  const passes = Array.from({ length: 5 }, () => pass(documents));
  const seconds = median(passes.map((one) => one.seconds));
  const affected = passes[0]?.affected ?? 0;
  return [
    {
      claim: `OSV advisories read (${count(documents.length)} records, ${count(affected)} affected packages)`,
      aim: "20,000 per second",
      measured: `${count(documents.length / seconds)} per second`,
    },
  ];
}

function pass(documents: Uint8Array[]): { seconds: number; affected: number } {
  const start = performance.now();
  let affected = 0;
  for (const document of documents)
    for (const advisory of readAdvisories(document).advisories) affected += advisory.affected.length;
  return { seconds: (performance.now() - start) / 1000, affected };
}
