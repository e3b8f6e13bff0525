import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** What a reader of PDF finds in a file. */
export interface ReadPdf {
  /** The text of each page. */
  pages: string[];
  title: string;
  language: string | null;
  tagged: boolean;
  /** Roles of the structure tree, each with how often it is there. */
  roles: Map<string, number>;
}

interface Node {
  role?: string;
  children?: Node[];
}

function countRoles(node: Node | null, roles: Map<string, number>): void {
  if (node?.role !== undefined) roles.set(node.role, (roles.get(node.role) ?? 0) + 1);
  for (const child of node?.children ?? []) countRoles(child, roles);
}

/** Reads a PDF with Mozilla's pdf.js. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
  const pdf = await task.promise;
  const pages: string[] = [];
  const roles = new Map<string, number>();
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(
      items
        .map((item) => ("str" in item ? item.str : ""))
        .join(" ")
        .replace(/\s+/g, " "),
    );
    countRoles((await page.getStructTree()) as Node | null, roles);
  }
  const { info } = await pdf.getMetadata();
  const marked = await pdf.getMarkInfo();
  await task.destroy();
  const facts = info as { Title?: string; Language?: string };
  return {
    pages,
    title: facts.Title ?? "",
    language: facts.Language ?? null,
    tagged: (marked as unknown as Map<string, boolean> | null)?.get("Marked") === true,
    roles,
  };
}
