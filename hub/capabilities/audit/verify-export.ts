import { parseJson } from "@bongsu/base";
import { Chain, type Linked, type Verification } from "./chain.ts";
import { type Checkpoint, type IsSigned, isGenuine } from "./checkpoint.ts";
import { exactJson } from "./exact-json.ts";
import { auditProblems } from "./problems.ts";

/** An exported entry takes far less. */
const limits = { maxBytes: 1024 * 1024, maxDepth: 40, maxValues: 100_000 };

const hex = /^[0-9a-f]{64}$/;

/** The line's object, with every number as it is written; null where it is none of an entry. */
function entryOf(line: string): Linked | null {
  try {
    // Refuses what readers of JSON understand differently: a member twice, half a character.
    parseJson(line, limits);
    const entry = exactJson(line);
    if (typeof entry !== "object" || entry === null || Array.isArray(entry)) return null;
    const { number, previous, hash } = entry;
    if (typeof number !== "number" || !Number.isSafeInteger(number) || number < 1) return null;
    if (typeof hash !== "string" || !hex.test(hash)) return null;
    if (previous !== null && (typeof previous !== "string" || !hex.test(previous))) return null;
    return Object.assign(entry, { number, previous, hash });
  } catch {
    return null;
  }
}

/** The given checkpoint of the entry before, against which the first entry's link is held. */
const before = (number: number, checkpoints: readonly Checkpoint[]) =>
  checkpoints.find((checkpoint) => checkpoint.number === number - 1);

/**
 * Verifies exported JSON lines without the hub: one file or several, one after another. Checkpoints are those that the
 * auditor kept; with the hub's public key they say whether the chain was written anew or its end cut off. Finds what
 * `verifyAudit` finds of the entries given; never throws for what a line holds.
 */
export async function verifyExport(
  lines: AsyncIterable<string> | Iterable<string>,
  options: { checkpoints?: readonly Checkpoint[]; isSigned: IsSigned },
): Promise<Verification> {
  const { checkpoints = [], isSigned } = options;
  const genuine = checkpoints.filter((checkpoint) => isGenuine(isSigned, checkpoint));
  let chain: Chain | null = null;
  const begin = (number: number): Chain => {
    const link = number === 1 ? { number: 0, hash: null } : (before(number, genuine) ?? null);
    const made = new Chain(
      link,
      genuine.filter((checkpoint) => checkpoint.number >= number),
    );
    if (link === null) made.note(auditProblems.problem("audit.begins-later", { number }));
    for (const checkpoint of genuine) {
      if (checkpoint.number >= number || checkpoint === link) continue;
      made.note(auditProblems.problem("audit.checkpoint-not-compared", { number: checkpoint.number }));
    }
    return made;
  };
  let line = 0;
  const unreadable: number[] = [];
  for await (const text of lines) {
    line += 1;
    if (text.trim() === "") continue;
    const entry = entryOf(text);
    if (entry === null) {
      unreadable.push(line);
      continue;
    }
    chain ??= begin(entry.number);
    chain.add(entry);
  }
  chain ??= begin(1);
  for (const one of unreadable) chain.fault("unreadable-line", null, { line: one });
  for (const checkpoint of checkpoints) {
    const { number } = checkpoint;
    if (!genuine.includes(checkpoint)) chain.fault("checkpoint-signature", number, { number });
  }
  return chain.end();
}
