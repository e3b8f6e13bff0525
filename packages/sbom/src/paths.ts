/** How the places within a value are named: in JSON, in XML, or not at all (in a text of lines). */
export interface PathStyle {
  member(path: string, name: string): string;
  item(path: string, name: string, index: number): string;
}

/** RFC 6901. The names are the format's own, and need no escape. */
export const jsonPaths: PathStyle = {
  member: (path, name) => `${path}/${name}`,
  item: (path, name, index) => `${path}/${name}/${index}`,
};

/** XPath 1.0. */
export const xmlPaths: PathStyle = {
  member: (path, name) => `${path}/${name}`,
  item: (path, name, index) => `${path}/${name}/*[${index + 1}]`,
};

/** `line 12` is as near as one comes. */
export const linePaths: PathStyle = { member: (path) => path, item: (path) => path };
