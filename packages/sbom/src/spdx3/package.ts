import type { DataSet, Model } from "../component.ts";
import type { Draft } from "../draft.ts";
import type { Fields } from "../fields.ts";
import { readHash } from "../hash.ts";
import { typeOfPurpose } from "../purposes.ts";
import { sourceHints } from "../source-info.ts";
import { classOf, idOf, references, type TakeInline, texts } from "./element.ts";
import type { Found } from "./packages.ts";
import { purposes } from "./vocabulary.ts";

/** `software_Package`, `ai_AIPackage` and `dataset_DatasetPackage`. */
export function readPackage(type: string, element: Fields, takeInline: TakeInline): Found {
  const purpose = element.text("software_primaryPurpose");
  if (purpose !== null && !purposes.has(purpose))
    element.report(
      "sbom.unknown-value",
      { name: "software_primaryPurpose", value: purpose },
      "software_primaryPurpose",
    );
  const identifiers = element.has("externalIdentifier") ? element.list("externalIdentifier") : [];
  const identified = (...types: string[]): string[] =>
    identifiers
      .filter((identifier) => types.includes(identifier.text("externalIdentifierType") ?? ""))
      .map((identifier) => identifier.required("identifier"))
      .filter((text) => text !== null);
  const url = element.text("software_packageUrl");
  const draft: Draft = {
    ref: idOf(element),
    type: type === "AIPackage" ? "machine-learning-model" : type === "DatasetPackage" ? "data" : typeOfPurpose(purpose),
    group: null,
    name: element.required("name") ?? "",
    version: element.text("software_packageVersion"),
    purls: [...new Set([...(url === null ? [] : [url]), ...identified("packageUrl", "packageURL", "purl")])],
    cpes: identified("cpe23", "cpe22"),
    derived: [],
    hints: sourceHints(element.text("software_sourceInfo")),
    hashes: hashesOf(element),
    licenses: [],
    supplier: null,
    supplierRole: null,
    scope: null,
    parent: null,
    model: type === "AIPackage" ? readModel(element) : null,
    data: type === "DatasetPackage" ? [readDataSet(element)] : [],
    place: element.place(),
  };
  const supplied = references(element, "suppliedBy", takeInline);
  const suppliers = [...supplied, ...references(element, "originatedBy", takeInline)];
  if (suppliers.length > 0) draft.supplierRole = supplied.length > 0 ? "supplier" : "author";
  return { draft, suppliers };
}

function hashesOf(element: Fields) {
  if (!element.has("verifiedUsing")) return [];
  return element
    .list("verifiedUsing")
    .filter((method) => classOf(method) === "Hash")
    .flatMap((method) => readHash(method, "algorithm", "hashValue") ?? []);
}

/** The AI profile. Its data sets are told by relationships. */
function readModel(element: Fields): Model {
  return {
    task: texts(element, "ai_domain").join(", ") || null,
    architectureFamily: null,
    architecture: texts(element, "ai_typeOfModel").join(", ") || null,
    datasets: [],
    inputs: [],
    outputs: [],
    useCases: texts(element, "ai_informationAboutApplication"),
    limitations: texts(element, "ai_limitation"),
    risks: risksOf(element),
  };
}

/** `ai_safetyRiskAssessment` (a grade), and whether it was trained on, or takes, personal information. */
function risksOf(element: Fields): string[] {
  const grade = element.text("ai_safetyRiskAssessment");
  return [
    ...(grade === null ? [] : [`safety risk: ${grade}`]),
    ...personal(element, "ai_useSensitivePersonalInformation"),
  ];
}

/** A presence (`yes`, `no`, `noAssertion`) of sensitive personal information; only `yes` says something. */
const personal = (element: Fields, name: string): string[] =>
  element.text(name) === "yes" ? ["sensitive personal information"] : [];

/** The dataset profile. */
function readDataSet(element: Fields): DataSet {
  return {
    name: element.text("name"),
    kind: texts(element, "dataset_datasetType").join(", ") || null,
    classification: element.text("dataset_confidentialityLevel"),
    description: element.text("description") ?? element.text("summary"),
    governance: [],
    useCases: texts(element, "dataset_intendedUse"),
    sensitive: personal(element, "dataset_hasSensitivePersonalInformation"),
  };
}
