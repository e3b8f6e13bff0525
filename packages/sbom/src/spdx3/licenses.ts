import type { Fields } from "../fields.ts";
import { idOf, references, saysNothing, type TakeInline, texts } from "./element.ts";

/** A licence as it is written, or how it is put together from others. */
type License = { text: string } | { operator: string; parts: string[]; suffix?: string };

const listed = /^https?:\/\/spdx\.org\/licenses\/([^/]+?)(?:\.html)?$/;
const deepest = 20;

/** The licences of a document, which packages name by id. */
export class Licenses {
  readonly #byId = new Map<string, License>();

  /** Takes an element if its class is one of a licence. */
  take(type: string, element: Fields, takeInline: TakeInline): boolean {
    const license = read(type, element, takeInline);
    const id = idOf(element);
    if (license !== null && id !== null) this.#byId.set(id, license);
    return license !== null;
  }

  /** The expression that an id stands for; the id itself where nothing is known of it; null where it says nothing. */
  textOf(id: string, depth = 0): string | null {
    if (saysNothing(id)) return null;
    const license = this.#byId.get(id);
    if (license === undefined || depth > deepest) return listed.exec(id)?.[1] ?? id;
    if ("text" in license) return license.text;
    const parts = license.parts.map((part) => this.textOf(part, depth + 1)).filter((part) => part !== null);
    if (license.suffix !== undefined) return `${parts[0] ?? ""}${license.suffix}`;
    const text = parts.join(` ${license.operator} `);
    return depth > 0 && parts.length > 1 ? `(${text})` : text;
  }
}

function read(type: string, element: Fields, takeInline: TakeInline): License | null {
  const parts = (name: string): string[] => references(element, `expandedlicensing_${name}`, takeInline);
  switch (type) {
    case "LicenseExpression":
      return { text: element.required("simplelicensing_licenseExpression") ?? "" };
    case "ListedLicense":
    case "ListedLicenseException":
      return { text: listed.exec(idOf(element) ?? "")?.[1] ?? element.text("name") ?? "" };
    case "CustomLicense":
    case "CustomLicenseAddition":
    case "SimpleLicensingText":
      return { text: element.text("name") ?? texts(element, "simplelicensing_licenseText")[0] ?? idOf(element) ?? "" };
    case "ConjunctiveLicenseSet":
      return { operator: "AND", parts: parts("member") };
    case "DisjunctiveLicenseSet":
      return { operator: "OR", parts: parts("member") };
    case "WithAdditionOperator":
      return { operator: "WITH", parts: [...parts("subjectExtendableLicense"), ...parts("subjectAddition")] };
    case "OrLaterOperator":
      return { operator: "", parts: parts("subjectLicense"), suffix: "+" };
    default:
      return null;
  }
}
