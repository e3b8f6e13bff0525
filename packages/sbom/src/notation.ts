/** What readers of the same fields need to know of how a document is written. */
export interface Notation {
  /** How the places within a value are named. */
  member(path: string, name: string): string;
  item(path: string, name: string, index: number): string;
  /** A text as it may be kept: one that was cut out of a large piece of the document holds all of it in memory. */
  keep(text: string): string;
}

/** RFC 6901. The names are the format's own, and need no escape. */
export const jsonNotation: Notation = {
  member: (path, name) => `${path}/${name}`,
  item: (path, name, index) => `${path}/${name}/${index}`,
  keep: (text) => text,
};

/** XPath 1.0. */
export const xmlNotation: Notation = {
  member: (path, name) => `${path}/${name}`,
  item: (path, name, index) => `${path}/${name}/*[${index + 1}]`,
  keep: copied,
};

/** `line 12` is as near as one comes. */
export const lineNotation: Notation = { member: (path) => path, item: (path) => path, keep: copied };

/** The engine joins the two into a string of their own before it cuts one off. */
function copied(text: string): string {
  return ` ${text}`.slice(1);
}
