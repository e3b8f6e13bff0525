import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { measureProcess } from "./process.ts";
import { count, megabytes, type Row } from "./row.ts";
import { isHere, type Notation, notations, writeDocument } from "./sbom-documents.ts";

const size = 100e6;
const reader = fileURLToPath(new URL("./sbom-child.ts", import.meta.url));

/** How fast documents of 100 MB, made by repeating real components, are read, and in how much memory. */
export async function benchSbom(): Promise<Row[]> {
  if (!isHere()) return [];
  const rows: Row[] = [];
  for (const notation of notations) rows.push(...(await measure(notation)));
  return rows;
}

async function measure(notation: Notation): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "bongsu-bench-"));
  try {
    const file = join(folder, notation);
    writeDocument(file, notation, size);
    const { stdout, status, peakBytes } = await measureProcess([reader, file]);
    if (status !== 0) throw new Error(`${notation}: the reader ended with status ${status}`);
    const { components, seconds } = JSON.parse(stdout);
    const claim = `SBOM of ${megabytes(size)}, ${notation} (${count(components)} components)`;
    return [
      {
        claim: `${claim}, streaming`,
        aim: "20 MB/s",
        measured: `${Math.round(statSync(file).size / 1e6 / seconds)} MB/s`,
      },
      { claim: `${claim}, peak memory`, aim: "under 300 MB", measured: megabytes(peakBytes) },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
