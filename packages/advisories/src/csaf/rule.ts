/** One finding of a CSAF test, at a JSON Pointer into the document. */
export interface RuleFinding {
  path: string;
  /** English; names the value at fault. */
  message: string;
}

export type RuleGroup = "mandatory" | "recommended" | "informative";

/** What every test has: the specification's number, group and name for it. */
interface Named {
  /** Section number: `6.1.1`, `6.1.27.3`, `6.2.15` … */
  id: string;
  group: RuleGroup;
  /** The specification's name of the test. */
  title: string;
  /** Why the specification lets this test be skipped for a document and wants that said; null where it is not skipped. */
  skipped?(document: unknown): string | null;
  /** What a rule that ran could not judge, at its place: a version scheme without an order, an extension without its schema. */
  unjudged?(document: unknown, ports: RulePorts): RuleFinding[];
}

/** One test of the CSAF specification, section 6. A file per rule, named after its id (`6.1.27.3.ts`). */
export interface CsafRule extends Named {
  /** Finds every violation. `document` is schema-valid or not: a rule never throws, and skips what it cannot read. */
  check(document: unknown): RuleFinding[];
}

/** A CSAF Extension (section 2.4) that whoever validates knows. */
export interface ExtensionPackage {
  /** Its CSAF Extension Schema: a JSON Schema, which may refer to CSAF's own. */
  schema: { [keyword: string]: unknown } | boolean;
  /** The `$schema` of extensions that a document with this one must not have. */
  incompatible: readonly string[];
  /** How often it may stand in one list `x_extensions`, by where the list is. */
  mostOccurrences: {
    document: number;
    branches: number;
    full_product_names: number;
    product_paths: number;
    metrics: number;
    vulnerabilities: number;
    root: number;
  };
}

/** What the outside world answers for a rule. A port that is not given: the rules that need it are reported as not run. */
export interface RulePorts {
  /** The present moment. */
  now?(): Date;
  /** The package of the extension with this `$schema`, or null where it is not known. */
  extension?(schema: string): ExtensionPackage | null;
  /** What ScanCode LicenseDB says of a licence key. Must not reject. Without it, what is known offline is gone by. */
  scancodeLicense?(key: string): Promise<"listed" | "deprecated" | "absent">;
  /** The HTTP status that a request to this URL ends with, or null where nothing answered. Must not reject. */
  resolveUrl?(url: string): Promise<number | null>;
  /** The misspelt words of a text in a language (BCP 47), or null where that language is not supported. */
  spellcheck?(text: string, language: string): Promise<string[] | null>;
  /** The grammar mistakes of a text, each in a few words, or null where that language is not supported. */
  grammarcheck?(text: string, language: string): Promise<string[] | null>;
}

/** A test whose answer takes time: a catalogue loaded only when a document asks for it, or a port. */
export interface SlowCsafRule extends Named {
  /** The port without which this rule is not run. */
  needs?: keyof RulePorts;
  /** As `CsafRule.check`; does not reject. */
  checkSlowly(document: unknown, ports: RulePorts): Promise<RuleFinding[]>;
}

export type AnyCsafRule = CsafRule | SlowCsafRule;
