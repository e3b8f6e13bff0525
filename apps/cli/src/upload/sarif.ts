import { tool } from "../tool.ts";
import type { Uploaded } from "./result.ts";

/** SARIF 2.1.0 §3.27.10: how grave a result is, by what is to be done. */
const levels = { immediate: "error", "out-of-cycle": "error", scheduled: "warning", defer: "note" } as const;

/** A file's name as a URI reference (RFC 3986), which `artifactLocation.uri` has to be. */
const uriOf = (name: string): string =>
  (name === "-" ? "stdin" : name).replaceAll("\\", "/").split("/").map(encodeURIComponent).join("/");

/** The open exposures of what was uploaded as SARIF 2.1.0, for services that show findings beside the code. */
export function sarifOf(uploads: readonly Uploaded[]): string {
  const findings = uploads.flatMap(({ file, exposures }) => exposures.map((exposure) => ({ file, exposure })));
  const rules = new Map(
    findings.map(({ exposure: { vulnerability, title, score } }) => [
      vulnerability,
      {
        id: vulnerability,
        shortDescription: { text: title ?? vulnerability },
        properties: {
          tags: ["security", "vulnerability"],
          ...(score === null ? {} : { "security-severity": score.toFixed(1) }),
        },
      },
    ]),
  );
  const results = findings.map(({ file, exposure }) => {
    const { vulnerability, decision, version, fixedVersion, asset } = exposure;
    const name = exposure.package.name;
    const fix = fixedVersion === null ? "" : `; fixed in ${fixedVersion}`;
    return {
      ruleId: vulnerability,
      level: levels[decision],
      message: { text: `${vulnerability}: ${name} ${version} (${decision})${fix}` },
      locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file) }, region: { startLine: 1 } } }],
      partialFingerprints: { "exposure/v1": [asset.name, name, version, vulnerability].join("|") },
    };
  });
  const driver = { name: tool.name, version: tool.version, rules: [...rules.values()] };
  return JSON.stringify(
    {
      $schema: "https://json.schemastore.org/sarif-2.1.0.json",
      version: "2.1.0",
      runs: [{ tool: { driver }, results }],
    },
    null,
    2,
  );
}
