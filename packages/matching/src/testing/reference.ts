import type { Advisory, AdvisoryDocument, Affected } from "@bongsu/advisories";
import type { Component } from "@bongsu/sbom";
import { type Bound, compareVersions, type VersionRange } from "@bongsu/versions";

/** One answer: this component has the vulnerability of these names, because these advisories say so. */
export interface ReferenceAnswer {
  ref: string;
  names: string[];
  advisories: string[];
}

const isSame = (ecosystem: string, a: string, b: string) => a === b || compareVersions(ecosystem, a, b) === 0;

/** Whether a version lies on the inner side of a bound, by the ecosystem's own comparison. */
function isInside(ecosystem: string, version: string, bound: Bound | null, side: 1 | -1): boolean {
  // OSV's `0` is below every version, also below those that an ecosystem puts before its own 0.
  if (bound === null || (side === 1 && bound.key.length === 0)) return true;
  const order = compareVersions(ecosystem, version, bound.version);
  return order === side || (order === 0 && bound.inclusive);
}

function contains({ ecosystem, intervals, versions, excluded }: VersionRange, version: string): boolean {
  if (versions.some((one) => isSame(ecosystem, one, version))) return true;
  if (compareVersions(ecosystem, version, version) === null) return false;
  if (excluded.some((one) => isSame(ecosystem, one, version))) return false;
  return intervals.some(
    ({ low, high }) => isInside(ecosystem, version, low, 1) && isInside(ecosystem, version, high, -1),
  );
}

/** Whether one entry of an advisory calls one component affected, by comparison alone. */
export function affects({ subject, status, range, allVersions }: Affected, { identity, version }: Component): boolean {
  const wanted = subject.package;
  if (status !== "affected" || wanted === null || identity === null || version === null) return false;
  const same =
    wanted.ecosystem === identity.ecosystem && wanted.release === identity.release && wanted.name === identity.name;
  return same && (allVersions || (range !== null && contains(range, version)));
}

/** Every name that is reached from an advisory's names by advisories that share one. */
function allNames(advisory: Advisory, advisories: readonly Advisory[]): string[] {
  const namesOf = ({ id, aliases }: Advisory) => [id, ...aliases];
  const names = new Set(namesOf(advisory));
  for (let size = 0; size !== names.size; ) {
    size = names.size;
    for (const other of advisories)
      if (namesOf(other).some((name) => names.has(name))) for (const name of namesOf(other)) names.add(name);
  }
  return [...names].sort();
}

/**
 * The same question answered the plain way: every component against every advisory, with each ecosystem's comparison of
 * versions; no keys, no index, no memory. For tests: slow, and short enough to be read in one go.
 */
export function referenceMatch(
  components: readonly Component[],
  documents: readonly AdvisoryDocument[],
): ReferenceAnswer[] {
  const advisories = documents.flatMap((document) => document.advisories);
  const answers = new Map<string, ReferenceAnswer>();
  for (const component of components)
    for (const advisory of advisories) {
      if (advisory.withdrawn !== null || !advisory.affected.some((one) => affects(one, component))) continue;
      const names = allNames(advisory, advisories);
      const key = JSON.stringify([component.ref, names]);
      const answer = answers.get(key) ?? { ref: component.ref, names, advisories: [] };
      answer.advisories.push(advisory.id);
      answers.set(key, answer);
    }
  return sortAnswers([...answers.values()]);
}

/** An order in which two lists of answers compare. */
export function sortAnswers(answers: ReferenceAnswer[]): ReferenceAnswer[] {
  const keyOf = ({ ref, names }: ReferenceAnswer) => JSON.stringify([ref, names]);
  return answers
    .map((answer) => ({ ...answer, advisories: [...new Set(answer.advisories)].sort() }))
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0));
}
