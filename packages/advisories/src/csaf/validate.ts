import { isTooDeep, mostNesting } from "./nesting.ts";
import type { AnyCsafRule, RuleFinding, RuleGroup, RulePorts } from "./rule.ts";
import { member } from "./tests-2.1/shared/json.ts";

export type {
  AnyCsafRule,
  CsafRule,
  ExtensionPackage,
  RuleFinding,
  RuleGroup,
  RulePorts,
  SlowCsafRule,
} from "./rule.ts";

export type CsafVersion = "2.0" | "2.1";

/** What to check: the JSON Schema, and the three groups of tests of section 6 (2.0 says "optional" for recommended). */
export type CsafGroup = "schema" | RuleGroup;

export interface CsafValidationOptions extends RulePorts {
  /** Else what `$.document.csaf_version` says; a document that says neither is judged as 2.0. */
  version?: CsafVersion;
  /** All four where it is not given. */
  groups?: readonly CsafGroup[];
}

/** A test that ran. */
export interface RuleReport {
  id: string;
  group: RuleGroup;
  title: string;
  findings: RuleFinding[];
}

export interface CsafReport {
  version: CsafVersion;
  /** Whether the schema and every mandatory test that was asked for have nothing against the document. */
  valid: boolean;
  schemaErrors: RuleFinding[];
  rules: RuleReport[];
  /** Tests that did not run, or could not judge everything, and why. */
  notRun: { id: string; reason: string }[];
}

const everyGroup: readonly CsafGroup[] = ["schema", "mandatory", "recommended", "informative"];

/** The schema and the tests of a version. Loaded when first asked for: they are large. */
async function checksOf(version: CsafVersion) {
  if (version === "2.0") {
    const [{ csaf20Findings }, { rules20 }] = await Promise.all([
      import("./schema-2.0.ts"),
      import("./tests-2.0/index.ts"),
    ]);
    return { schema: csaf20Findings, rules: rules20 };
  }
  const [{ csaf21Findings }, { rules21 }] = await Promise.all([
    import("./schema-2.1.ts"),
    import("./tests-2.1/index.ts"),
  ]);
  return { schema: csaf21Findings, rules: rules21 };
}

const versionOf = (document: unknown): CsafVersion =>
  member(member(document, "document"), "csaf_version") === "2.1" ? "2.1" : "2.0";

/** Why a rule is not run on a document; null where it is. */
function reasonNotToRun(rule: AnyCsafRule, document: unknown, ports: RulePorts): string | null {
  if ("needs" in rule && rule.needs !== undefined && ports[rule.needs] === undefined)
    return `it needs ${rule.needs}, which was not given`;
  return rule.skipped?.(document) ?? null;
}

/**
 * Validates a CSAF document, version 2.0 or 2.1: its JSON Schema and the tests of the specification's section 6. The
 * document is what JSON.parse gives; it is not changed. Tests that ask the outside world are run with the ports in
 * `options`, and listed in `notRun` without them.
 *
 * Never rejects for any document, however malformed: what cannot be judged is said in the report.
 */
export async function validateCsaf(document: unknown, options: CsafValidationOptions = {}): Promise<CsafReport> {
  const { version = versionOf(document), groups = everyGroup, ...ports } = options;
  const { schema, rules } = await checksOf(version);
  const wanted = rules.filter(({ group }) => groups.includes(group));
  if (isTooDeep(document)) {
    const message = `values are nested more than ${mostNesting} deep`;
    const notRun = wanted.map(({ id }) => ({ id, reason: message }));
    return { version, valid: false, schemaErrors: [{ path: "", message }], rules: [], notRun };
  }
  const schemaErrors = groups.includes("schema") ? schema(document) : [];
  const report: CsafReport = { version, valid: true, schemaErrors, rules: [], notRun: [] };
  for (const rule of wanted) {
    const { id, group, title } = rule;
    const reason = reasonNotToRun(rule, document, ports);
    if (reason !== null) {
      report.notRun.push({ id, reason });
      continue;
    }
    const findings = "check" in rule ? rule.check(document) : await rule.checkSlowly(document, ports);
    report.rules.push({ id, group, title, findings });
    for (const { path, message } of rule.unjudged?.(document, ports) ?? [])
      report.notRun.push({ id, reason: path === "" ? message : `${path}: ${message}` });
  }
  const failed = report.rules.some(({ group, findings }) => group === "mandatory" && findings.length > 0);
  return { ...report, valid: schemaErrors.length === 0 && !failed };
}
