declare module "@secvisogram/csaf-validator-lib/cwe.js" {
  export const weaknesses: { id: string; name: string }[];
}
