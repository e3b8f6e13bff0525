import type { Rating } from "@bongsu/advisories";
import { packageKey } from "../compiled/package-key.ts";
import type { Finding, MatchResult } from "../result.ts";
import type { ReportContext } from "./context.ts";
import { componentName, Speaker } from "./say.ts";
import { ratingWords } from "./words.ts";

/** SARIF 2.1.0 §3.27.10: how grave a result is. */
const levels: Record<Rating, "error" | "warning" | "note"> = {
  critical: "error",
  high: "error",
  medium: "warning",
  low: "note",
  none: "note",
  unknown: "warning",
};

/** Where there is only a word: the lowest score that it stands for, as code-scanning services expect a number. */
const scores: Record<Rating, string | null> = {
  critical: "9.0",
  high: "7.0",
  medium: "4.0",
  low: "0.1",
  none: "0.0",
  unknown: null,
};

/** A file's name as a URI reference (RFC 3986), which `artifactLocation.uri` has to be. */
const uriOf = (name: string): string =>
  (name === "-" ? "stdin" : name)
    .replaceAll("\\", "/")
    .split("/")
    .map((part) => encodeURIComponent(part).replaceAll("%40", "@"))
    .join("/");

function ruleOf(finding: Finding, speaker: Speaker) {
  const { vulnerability, severity } = finding;
  const names = [vulnerability.id, ...vulnerability.aliases].join(", ");
  const text = vulnerability.headline ?? names;
  const score = severity.score?.toFixed(1) ?? scores[severity.rating];
  return {
    id: vulnerability.id,
    shortDescription: { text },
    fullDescription: { text: text === names ? names : `${text} (${names})` },
    help: { text: `${names}: ${text}${vulnerability.url === null ? "" : `\n${vulnerability.url}`}` },
    ...(vulnerability.url !== null && URL.canParse(vulnerability.url) ? { helpUri: vulnerability.url } : {}),
    defaultConfiguration: { level: levels[severity.rating] },
    properties: {
      tags: [
        "security",
        "vulnerability",
        ...vulnerability.weaknesses.map((weakness) => `external/cwe/${weakness.toLowerCase()}`),
      ],
      ...(score === null ? {} : { "security-severity": score }),
      aliases: vulnerability.aliases,
      severity: ratingWords[severity.rating][speaker.language],
    },
  };
}

function suppressionsOf(finding: Finding, speaker: Speaker) {
  if (!finding.settled) return [];
  return speaker.verdicts(finding).map((justification) => ({ kind: "external", status: "accepted", justification }));
}

/** The same package, version and vulnerability in the next run; occurrences of it in one SBOM are numbered. */
function fingerprintOf({ component, version, vulnerability, sbom }: Finding): string {
  const name =
    component.identity === null ? componentName({ component }) : packageKey(component.identity).replaceAll("\0", "/");
  return [sbom, name, version, vulnerability.id].join("|");
}

function resultOf(finding: Finding, ruleIndex: number, occurrence: number, sboms: string[], speaker: Speaker) {
  const { component, version, vulnerability, severity, fixedIn, exploited, epss, claims } = finding;
  const name = componentName(finding);
  const fix = `${speaker.say("fixedIn")}: ${speaker.fixedIn(finding)}`;
  return {
    ruleId: vulnerability.id,
    ruleIndex,
    level: levels[severity.rating],
    message: { text: `${name} ${version}: ${vulnerability.id} (${speaker.reasons(finding).join("; ")}). ${fix}.` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(finding.sbom), index: sboms.indexOf(finding.sbom) },
          region: { startLine: 1 },
        },
        logicalLocations: [
          { name, fullyQualifiedName: component.purl ?? name, decoratedName: component.path, kind: "module" },
        ],
      },
    ],
    partialFingerprints: { "componentVulnerability/v1": `${fingerprintOf(finding)}|${occurrence}` },
    suppressions: suppressionsOf(finding, speaker),
    properties: {
      purl: component.purl,
      cpe: component.cpe,
      installed: version,
      fixedIn,
      exploited: exploited !== null,
      epss: epss?.probability ?? null,
      advisories: claims.map(({ id, says }) => ({ id, says })),
    },
  };
}

/** The result as SARIF 2.1.0, for code-scanning services: a rule for each vulnerability, a result for each finding. */
export function sarifReport(result: MatchResult, context: ReportContext): string {
  const speaker = new Speaker(context.language);
  const rules = new Map<string, { index: number; rule: ReturnType<typeof ruleOf> }>();
  const occurrences = new Map<string, number>();
  const sboms = context.sboms.map(({ name }) => name);
  const results = result.findings.map((finding) => {
    const { id } = finding.vulnerability;
    const known = rules.get(id) ?? { index: rules.size, rule: ruleOf(finding, speaker) };
    rules.set(id, known);
    const fingerprint = fingerprintOf(finding);
    const occurrence = (occurrences.get(fingerprint) ?? 0) + 1;
    occurrences.set(fingerprint, occurrence);
    return resultOf(finding, known.index, occurrence, sboms, speaker);
  });
  const { tool, at, problems } = context;
  const notifications = problems.map(({ code, severity, message, place }) => ({
    descriptor: { id: code },
    level: severity === "info" ? "note" : severity,
    message: { text: message[context.language] },
    ...(place.file === undefined
      ? {}
      : { locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(place.file) } } }] }),
  }));
  const log = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: tool.name,
            version: tool.version,
            semanticVersion: tool.version,
            rules: [...rules.values()].map(({ rule }) => rule),
          },
        },
        invocations: [{ executionSuccessful: true, endTimeUtc: at, toolExecutionNotifications: notifications }],
        artifacts: sboms.map((name) => ({ location: { uri: uriOf(name) }, roles: ["analysisTarget"] })),
        columnKind: "utf16CodeUnits",
        results,
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}
