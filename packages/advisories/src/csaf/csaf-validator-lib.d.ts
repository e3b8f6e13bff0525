/** The library is JavaScript without types of its own; these are its modules that are used here. */

declare module "@secvisogram/csaf-validator-lib/schemas/*" {
  const schema: { [keyword: string]: unknown };
  export default schema;
}

declare module "@secvisogram/csaf-validator-lib/lib/cwec.js" {
  interface Weakness {
    id: string;
    name: string;
    status: string;
    usage?: string;
  }
  export const cwecMap: Map<string, () => Promise<{ default: { date?: string; weaknesses: Weakness[] } }>>;
}

declare module "@secvisogram/csaf-validator-lib/lib/shared/bcpLanguageTagChecker/subtags.js" {
  const registry: { subtags: { type: string; subtag: string; prefix: string[]; scope: string | null }[] };
  export default registry;
}

declare module "@secvisogram/csaf-validator-lib/lib/shared/bcpLanguageTagChecker/extensions.js" {
  const extensions: { identifier: string }[];
  export default extensions;
}

declare module "@secvisogram/csaf-validator-lib/lib/schemaTests/*" {
  const schema: { [keyword: string]: unknown };
  export default schema;
}
