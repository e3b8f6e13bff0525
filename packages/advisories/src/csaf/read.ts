import type { Advisory, AdvisoryDocument, VexStatement } from "../advisory.ts";
import { documentOf } from "../document.ts";
import { type Fields, Part } from "../part.ts";
import type { Reading } from "../reading.ts";
import { ProductReader } from "./described.ts";
import { readHeader } from "./header.ts";
import { ProductTree } from "./product-tree.ts";
import { readStatements } from "./statements.ts";
import { documentAdvisory, readVulnerability } from "./vulnerability.ts";

/** Reads a CSAF 2.0 or 2.1 document: one advisory for each vulnerability, and in the VEX profile its statements. */
export function readCsaf(document: Fields, format: "csaf-2.0" | "csaf-2.1", reading: Reading): AdvisoryDocument {
  const root = new Part(reading, document);
  const header = readHeader(root, format);
  if (header === null) return documentOf(format, reading, {});
  const products = new ProductReader(new ProductTree(root.part("product_tree")));
  const vulnerabilities = root.parts("vulnerabilities").map((part) => readVulnerability(part, header, products));
  const ids = new Set<string>();
  const advisories: Advisory[] = vulnerabilities.map(({ advisory, name }, i) => {
    const named = `${header.documentId}#${name ?? i + 1}`;
    const id = vulnerabilities.length === 1 ? header.documentId : ids.has(named) ? `${named}/${i + 1}` : named;
    ids.add(id);
    return { ...advisory, id, aliases: advisory.aliases.filter((alias) => alias !== id), original: document };
  });
  const statements: VexStatement[] =
    header.category === "csaf_vex"
      ? vulnerabilities.flatMap((vulnerability) => readStatements(vulnerability, header, products))
      : [];
  const epss = vulnerabilities.flatMap(({ name, scores }) =>
    name === null || scores.epss === null ? [] : [{ id: name, epss: scores.epss }],
  );
  if (advisories.length === 0) advisories.push(documentAdvisory(header, document));
  return documentOf(format, reading, { advisories, statements, epss });
}
