import { versionKey } from "@bongsu/versions";
import { dataPath, readData } from "../tests/data.ts";
import { count, median, type Row } from "./row.ts";

/** Ecosystems, and the files of `data/versions` that hold real versions of theirs. */
const sources: [ecosystem: string, files: string[]][] = [
  ["npm", ["semver-versions"]],
  ["Go", ["semver-versions"]],
  ["Bitnami", ["semver-versions"]],
  ["PyPI", ["pypi-versions-generated"]],
  ["Maven", ["maven-versions-generated"]],
  ["NuGet", ["nuget-versions"]],
  ["RubyGems", ["rubygems-versions-generated"]],
  ["Packagist", ["packagist-versions-generated"]],
  ["Pub", ["pub-versions"]],
  ["CRAN", ["cran-versions-generated"]],
  ["Hackage", ["hackage-versions"]],
  ["Debian", ["debian-versions-generated"]],
  ["Alpine", ["alpine-versions-generated"]],
  ["Red Hat", ["redhat-versions"]],
  ["ConanCenter", ["semver-versions"]],
  ["generic", ["debian-versions-generated", "maven-versions-generated"]],
];

const keysPerPass = 100_000;
const passes = 5;

/** How many version keys one core makes in a second, per ecosystem, and how long they are. */
export async function benchVersions(): Promise<Row[]> {
  return sources.flatMap(([ecosystem, files]) => {
    const paths = files.map((file) => `versions/${file}.txt`);
    if (paths.some((path) => dataPath(path) === null)) return [];
    const versions = paths.flatMap(versionsOf);
    const perSecond = median(Array.from({ length: passes }, () => keysPerSecond(ecosystem, versions)));
    const bytes = median(versions.map((version) => versionKey(ecosystem, version)?.length ?? 0));
    return {
      claim: `version keys, ${ecosystem} (median ${bytes} bytes)`,
      aim: "250,000 per second",
      measured: `${count(perSecond)} per second`,
    };
  });
}

function versionsOf(path: string): string[] {
  const lines = readData(path).split("\n");
  const pairs = lines.map((line) => /^(\S+) [<=>] (\S+)$/.exec(line.trim())).filter((match) => match !== null);
  return pairs.flatMap(([, a = "", b = ""]) => [a, b]);
}

function keysPerSecond(ecosystem: string, versions: string[]): number {
  const start = performance.now();
  let made = 0;
  while (made < keysPerPass) for (const version of versions) if (versionKey(ecosystem, version) !== null) made++;
  return (made / (performance.now() - start)) * 1000;
}
