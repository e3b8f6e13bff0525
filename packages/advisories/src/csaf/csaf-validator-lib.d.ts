/** The library is JavaScript without types of its own; these are its modules that are used here. */

declare module "@secvisogram/csaf-validator-lib/schemas/*" {
  const schema: { [keyword: string]: unknown };
  export default schema;
}
