import type { Fields } from "../fields.ts";
import { idOf, references, saysNothing, type TakeInline, texts } from "./element.ts";

/** A licence as it is written, or how it is put together from others. */
type License = { text: string } | { operator: string; parts: string[]; suffix?: string };

const listed = /^https?:\/\/spdx\.org\/licenses\/([^/]+?)(?:\.html)?$/;
const longest = 10_000;
const deepest = 50;

interface Expression {
  text: string;
  /** Of several licences. */
  compound: boolean;
}

/** The licences of a document, which packages name by id. */
export class Licenses {
  readonly #byId = new Map<string, License>();
  readonly #texts = new Map<string, Expression>();

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
    const known = this.#texts.get(id);
    if (known !== undefined) return known.text;
    if (depth > deepest) return id;
    const license = this.#byId.get(id);
    if (license !== undefined && "text" in license && /^(?:NONE|NOASSERTION)$/.test(license.text)) return null;
    // A licence within itself is its id, and so is one whose expression grows beyond all use.
    this.#texts.set(id, { text: id, compound: false });
    const whole =
      license === undefined ? { text: listed.exec(id)?.[1] ?? id, compound: false } : this.#write(license, depth + 1);
    if (whole.text.length <= longest) this.#texts.set(id, whole);
    return this.#texts.get(id)?.text ?? id;
  }

  #write(license: License, depth: number): Expression {
    if ("text" in license) return { text: license.text, compound: false };
    const { operator, parts, suffix } = license;
    const texts: string[] = [];
    let length = 0;
    for (const part of parts) {
      const text = this.#operand(part, operator, depth);
      if (text !== null) texts.push(text);
      length += text?.length ?? 0;
      if (length > longest) break;
    }
    if (suffix !== undefined) return { text: `${texts[0] ?? ""}${suffix}`, compound: false };
    return { text: texts.join(` ${operator} `), compound: texts.length > 1 };
  }

  /** A part of an expression, in parentheses where it is put together itself. */
  #operand(id: string, operator: string, depth: number): string | null {
    const text = this.textOf(id, depth);
    return text !== null && operator !== "WITH" && this.#texts.get(id)?.compound === true ? `(${text})` : text;
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
