/**
 * The part of YAML that workflows in the documentation use: mappings, sequences, lists in brackets, block scalars (`|`),
 * texts with and without quotes. Throws for anything else, tabs and indentation that does not fit among it.
 */
export type Yaml = string | Yaml[] | { [name: string]: Yaml };

interface Line {
  indent: number;
  text: string;
  number: number;
}

const fail = (line: Line | undefined, reason: string): never => {
  throw new Error(`line ${line?.number ?? "last"}: ${reason}`);
};

function scalar(text: string, line: Line): Yaml {
  if (/^\[.*\]$/.test(text))
    return text
      .slice(1, -1)
      .split(",")
      .map((one) => scalar(one.trim(), line));
  if (/^"(?:[^"\\]|\\.)*"$/.test(text)) return JSON.parse(text);
  if (/^["'[\]{}&*!|>%@`]/.test(text) || /: | #/.test(text)) fail(line, `not a plain text: ${text}`);
  return text;
}

class Reader {
  readonly #lines: Line[];
  readonly #source: string[];
  #at = 0;

  constructor(text: string) {
    this.#source = text.split("\n");
    this.#lines = this.#source.map((one, index) => {
      if (one.includes("\t")) throw new Error(`line ${index + 1}: a tab`);
      return { indent: one.search(/\S|$/), text: one.trim(), number: index + 1 };
    });
  }

  read(): Yaml {
    const value = this.#block(0);
    const rest = this.#peek();
    return rest === undefined ? value : fail(rest, "indentation that fits nothing");
  }

  #peek(): Line | undefined {
    while (/^(#.*)?$/.test(this.#lines[this.#at]?.text ?? "x")) this.#at += 1;
    return this.#lines[this.#at];
  }

  #block(least: number): Yaml {
    const first = this.#peek();
    if (first === undefined || first.indent < least) return fail(first, "nothing where a value should be");
    return first.text.startsWith("- ") ? this.#sequence(first.indent) : this.#mapping(first.indent);
  }

  #sequence(indent: number): Yaml[] {
    const items: Yaml[] = [];
    for (let line = this.#peek(); line?.indent === indent && line.text.startsWith("- "); line = this.#peek()) {
      const inner = line.text.slice(2).trim();
      if (/^[\w-]+:( |$)/.test(inner)) {
        // The mapping begins on the line of its dash.
        line.indent += line.text.length - inner.length;
        line.text = inner;
        items.push(this.#mapping(line.indent));
      } else {
        this.#at += 1;
        items.push(inner === "|" ? this.#literal(indent) : scalar(inner, line));
      }
    }
    return items;
  }

  #mapping(indent: number): { [name: string]: Yaml } {
    const members: { [name: string]: Yaml } = {};
    for (let line = this.#peek(); line?.indent === indent; line = this.#peek()) {
      const [, name = "", rest = ""] =
        /^([\w.-]+):(?: +(.*))?$/.exec(line.text) ?? fail(line, `no member: ${line.text}`);
      if (name in members) fail(line, `twice: ${name}`);
      this.#at += 1;
      members[name] = rest === "" ? this.#block(indent + 1) : rest === "|" ? this.#literal(indent) : scalar(rest, line);
    }
    return members;
  }

  #literal(indent: number): string {
    const from = this.#at;
    const inner = this.#lines[from]?.indent ?? 0;
    if (inner <= indent) fail(this.#lines[from], "an empty block");
    while (
      this.#at < this.#lines.length &&
      ((this.#lines[this.#at]?.indent ?? 0) >= inner || this.#lines[this.#at]?.text === "")
    ) {
      this.#at += 1;
    }
    return `${this.#source
      .slice(from, this.#at)
      .map((line) => line.slice(inner))
      .join("\n")
      .trimEnd()}\n`;
  }
}

export const readYaml = (text: string): Yaml => new Reader(text).read();
