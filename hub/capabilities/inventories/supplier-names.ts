/** What companies are called by law, at the end of their names. */
const forms = new Set(
  (
    "inc incorporated corp corporation co company ltd limited llc llp plc gmbh ag kg se sa sas srl spa bv nv oy ab as " +
    "aps kk pte pty 주식회사 유한회사 (주) (유) 株式会社"
  ).split(" "),
);

const articles = new Set(["the", "주식회사", "유한회사", "(주)", "(유)"]);

/** Characters of a name that count. */
const longest = 200;

/**
 * The plain form of a supplier's name, by which the ways of writing it are one: `Red Hat, Inc.` and `red hat` are the
 * same. Small letters, without an e-mail address, without what a company is by law. Null where nothing is left.
 */
export function supplierKey(name: string): string | null {
  const words = name
    .toWellFormed()
    .replaceAll("\0", "")
    .normalize("NFKC")
    .toLowerCase()
    .replace(/<[^<>]{0,300}>/g, " ")
    .replace(/\(([주유])\)/g, " ($1) ")
    .split(/\s+/)
    .map((word) => word.replace(/^["'“‘]+|["'”’.,;]+$/g, ""))
    .filter((word) => word !== "" && !/^\(?[^@\s]+@[^@\s]+\)?$/.test(word));
  while (words.length > 1 && forms.has((words.at(-1) ?? "").replaceAll(".", ""))) words.pop();
  while (words.length > 1 && articles.has(words[0] ?? "")) words.shift();
  const plain = words.join(" ").slice(0, longest).toWellFormed().trim();
  return plain === "" ? null : plain;
}
