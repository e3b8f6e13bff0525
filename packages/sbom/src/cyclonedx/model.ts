import type { DataSet, Model } from "../component.ts";
import type { Fields } from "../fields.ts";
import { dataTypes } from "./vocabulary.ts";

/** `modelCard` (since 1.5). */
export function readModel(card: Fields): Model {
  const parameters = card.fields("modelParameters");
  const considerations = card.fields("considerations");
  const formats = (name: string): string[] =>
    (parameters?.list(name) ?? []).map((item) => item.text("format")).filter((format) => format !== null);
  return {
    task: parameters?.text("task") ?? null,
    architectureFamily: parameters?.text("architectureFamily") ?? null,
    architecture: parameters?.text("modelArchitecture") ?? null,
    datasets: (parameters?.list("datasets") ?? [])
      .map((item) => item.text("ref") ?? item.text("name") ?? item.text("bom-ref"))
      .filter((name) => name !== null),
    inputs: formats("inputs"),
    outputs: formats("outputs"),
    useCases: considerations?.texts("useCases") ?? [],
    limitations: considerations?.texts("technicalLimitations") ?? [],
    risks: considerations === null ? [] : risksOf(considerations),
  };
}

/** `ethicalConsiderations` and `fairnessAssessments`, each by what it names. */
function risksOf(considerations: Fields): string[] {
  const ethical = considerations.has("ethicalConsiderations") ? considerations.list("ethicalConsiderations") : [];
  const fairness = considerations.has("fairnessAssessments") ? considerations.list("fairnessAssessments") : [];
  return [
    ...ethical.map((item) => item.text("name")),
    ...fairness.map((item) => item.text("harms") ?? item.text("groupAtRisk")),
  ].filter((risk) => risk !== null);
}

/** `componentData` (since 1.5). */
export function readData(fields: Fields): DataSet {
  const kind = fields.required("type");
  if (kind !== null && !dataTypes.has(kind)) fields.report("sbom.unknown-value", { name: "type", value: kind }, "type");
  const governance = fields.fields("governance");
  return {
    name: fields.text("name"),
    kind,
    classification: fields.text("classification"),
    description: fields.text("description"),
    governance: ["custodians", "stewards", "owners"].flatMap((role) =>
      (governance?.list(role) ?? []).flatMap(partyName),
    ),
    useCases: [],
    sensitive: fields.has("sensitiveData") ? fields.texts("sensitiveData") : [],
  };
}

function partyName(party: Fields): string[] {
  const contact = party.fields("contact");
  const name = party.fields("organization")?.text("name") ?? contact?.text("name") ?? contact?.text("email");
  return typeof name === "string" ? [name] : [];
}
