import { isRepeated, isSingle, jsonName, lists, normalized, numbers, textName } from "./shapes.ts";

/** An element of CycloneDX XML while it is read; it becomes the value that JSON has in its place. */
export class XmlElement {
  readonly name: string;
  /** Attributes first, then child elements. */
  readonly #members: { name: string; value: unknown }[] = [];
  readonly #onTwice: (name: string) => void;
  #attributes = 0;
  #text = "";

  /** `onTwice` is told of elements that may stand once, and stand again: the first counts. */
  constructor(name: string, onTwice: (name: string) => void) {
    this.name = name;
    this.#onTwice = onTwice;
  }

  addAttribute(name: string, value: string): void {
    this.#members.push({ name, value });
    this.#attributes++;
  }

  addText(text: string): void {
    this.#text += text;
  }

  add(child: XmlElement): void {
    this.#members.push({ name: child.name, value: child.toValue() });
  }

  toValue(): unknown {
    if (this.#members.length === 0 && !lists.has(this.name) && this.name !== "tools") return this.#leaf();
    if (lists.has(this.name)) return this.#children().map(({ name, value }) => itemValue(this.name, name, value));
    // Up to 1.4 tools are a list, since then components and services.
    if (this.name === "tools" && !this.#children().some(({ name }) => name === "components" || name === "services"))
      return this.#children().map(({ value }) => value);
    return this.name === "dependency" ? this.#dependency() : this.#object();
  }

  #children() {
    return this.#attributes === 0 ? this.#members : this.#members.slice(this.#attributes);
  }

  #leaf(): unknown {
    const text = normalized.has(this.name) ? this.#text.trim().replace(/[\t\n\r]\s*/g, " ") : this.#text.trim();
    return numbers.has(this.name) && text !== "" && Number.isFinite(Number(text)) ? Number(text) : text;
  }

  #object(): object {
    const object = {};
    for (const { name, value } of this.#members) this.#put(object, name, value);
    const text = this.#text.trim();
    if (this.#members.length === this.#attributes && text !== "") set(object, textName(this.name), text);
    return object;
  }

  #put(object: object, name: string, value: unknown): void {
    const key = jsonName(name);
    const known = memberOf(object, key);
    if (known === undefined) set(object, key, isRepeated(name, this.name) ? [value] : value);
    else if (isSingle(name)) this.#onTwice(name);
    else if (Array.isArray(known)) known.push(value);
    else set(object, key, [known, value]);
  }

  #dependency(): object {
    const object = {};
    for (const { name, value } of this.#members.slice(0, this.#attributes)) set(object, name, value);
    const values = (of: string) =>
      this.#children()
        .filter(({ name }) => name === of)
        .map(({ value }) => value);
    const dependencies = values("dependency");
    const provides = values("provides");
    const nested = dependencies.filter((value) => memberOf(value, "dependsOn") !== undefined);
    if (dependencies.length > 0) set(object, "dependsOn", dependencies.map(refOf));
    if (provides.length > 0) set(object, "provides", provides.map(refOf));
    if (nested.length > 0) set(object, "dependencies", nested);
    return object;
  }
}

/** Items whose names matter: `license` and `expression` among `licenses`, `ref` among `datasets`. */
function itemValue(list: string, name: string, value: unknown): unknown {
  if (list === "licenses") return name === "expression-detailed" ? value : { [name]: plainText(name, value) };
  if (list === "datasets" && name === "ref") return { ref: value };
  return value;
}

/** `<expression acknowledgement="…">` has attributes, and is a string in JSON all the same. */
function plainText(name: string, value: unknown): unknown {
  return name === "expression" && typeof value === "object" ? (memberOf(value, "content") ?? "") : value;
}

function refOf(value: unknown): unknown {
  return memberOf(value, "ref");
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined;
}

/** An element may be called `__proto__`: assignment would reach the prototype. */
function set(object: object, name: string, value: unknown): void {
  if (name !== "__proto__") Reflect.set(object, name, value);
  else Object.defineProperty(object, name, { value, writable: true, enumerable: true, configurable: true });
}
