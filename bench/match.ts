import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { dataPath, readDataZip } from "../tests/data.ts";
import { measureProcess, type ProcessFigures } from "./process.ts";
import { median, megabytes, milliseconds, type Row } from "./row.ts";

const launcher = fileURLToPath(new URL("../apps/cli/bin/bongsu.mjs", import.meta.url));
const examples = "sbom/cyclonedx-bom-examples.zip";

/** Runs `bongsu` a few times; gives the median time and the highest peak. */
async function measure(times: number, ...args: string[]): Promise<ProcessFigures> {
  const runs: ProcessFigures[] = [];
  for (let n = 0; n < times; n++) runs.push(await measureProcess([launcher, ...args]));
  const failed = runs.find(({ status }) => status !== 0);
  if (failed !== undefined) throw new Error(`bongsu ${args.join(" ")} ended with ${failed.status}`);
  return {
    milliseconds: median(runs.map((run) => run.milliseconds)),
    peakBytes: Math.max(...runs.map(({ peakBytes }) => peakBytes)),
    status: 0,
    stdout: runs[0]?.stdout ?? "",
  };
}

const figures = ({ milliseconds: ms, peakBytes }: ProcessFigures) =>
  `${milliseconds(ms)}, ${megabytes(peakBytes)} peak`;

/** The largest example SBOM, and the one with the most components of which the advisories speak. */
const sboms = ["keycloak-10.0.2/bom.xml", "juice-shop/via_npm/flat/bom.1.4.json"];

/** The whole process as a user starts it: building an index, matching without one and with one, and the help. */
export async function benchMatch(): Promise<Row[]> {
  const advisories = dataPath("osv");
  if (advisories === null || dataPath(examples) === null) return [];
  const folder = mkdtempSync(join(tmpdir(), "bongsu-bench-"));
  try {
    const kev = dataPath("kev/known_exploited_vulnerabilities.json");
    const given = kev === null ? [advisories] : [advisories, kev];
    const index = join(folder, "all.bongsu");
    const built = await measure(1, "index", "build", ...given, "--output", index);
    const rows: Row[] = [
      {
        claim: `index build, all of data/osv (${megabytes(statSync(index).size)})`,
        aim: "5 s",
        measured: figures(built),
      },
    ];
    for (const [path, bytes] of readDataZip(examples)) {
      const name = sboms.find((one) => path.endsWith(`SBOM/${one}`));
      if (name === undefined) continue;
      const sbom = join(folder, name.replaceAll("/", "-"));
      writeFileSync(sbom, bytes);
      const claim = `match ${name} (${(bytes.length / 1e6).toFixed(1)} MB) with all advisories`;
      const cold = await measure(1, "match", sbom, "--advisories", ...given);
      const warm = await measure(5, "match", sbom, "--advisories", index);
      rows.push(
        { claim: `${claim}, cold (from the zips)`, aim: "5 s", measured: figures(cold) },
        { claim: `${claim}, warm (compiled index)`, aim: "300 ms", measured: figures(warm) },
      );
    }
    rows.push({ claim: "bongsu --help", aim: "150 ms", measured: figures(await measure(5, "--help")) });
    return rows;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
