import { type Subject, toOpenVex } from "@bongsu/advisories";
import type { Tally } from "../export.ts";
import type { VexHead } from "./cyclonedx.ts";
import type { SaidRow } from "./rows.ts";
import { statementOf } from "./statement.ts";

const byItself: Subject = { package: null, purl: null, cpe: null, product: null };

/**
 * An OpenVEX 0.2.0 document, written as the batches come. Of one asset its products are the packages; of an organisation
 * they are its assets, with the packages as their parts, since assets with the same package may stand differently. What
 * has neither a package URL nor a CPE name has no place in OpenVEX: it is counted as left out.
 */
export async function* openVex(batches: AsyncIterable<SaidRow[]>, head: VexHead, tally: Tally): AsyncGenerator<string> {
  const options = {
    id: `urn:uuid:${head.id}`,
    author: head.author.name,
    timestamp: head.at.toISOString(),
    tooling: head.tool,
  };
  const { statements: _, ...rest } = toOpenVex([], options).document;
  yield `${JSON.stringify(rest).slice(0, -1)},"statements":[`;
  let separator = "";
  for await (const rows of batches) {
    const given = rows.map((row) => {
      const product = `urn:uuid:${row.asset_id}`;
      const said = statementOf(row, product, head.language);
      // OpenVEX asks for an action of whatever is affected; that a risk is accepted is the answer.
      const statement = { ...said, action: said.action ?? said.impact };
      if (head.asset !== null) return { ...statement, refs: [] };
      return { ...statement, subjects: [byItself], components: statement.subjects };
    });
    const expressible = given.filter(({ subjects, components }) =>
      [...(components.length > 0 ? components : subjects)].every(({ purl, cpe }) => purl !== null || cpe !== null),
    );
    const written = toOpenVex(expressible, options).document.statements.map((one) => JSON.stringify(one));
    if (written.length > 0) {
      yield `${separator}\n${written.join(",\n")}`;
      separator = ",";
    }
    tally.rows += expressible.length;
    tally.leftOut += rows.length - expressible.length;
  }
  yield "\n]}\n";
}
