import { fill, type Language, type ProblemKind } from "@bongsu/base";
import { byCapability, type Contract, capabilityTitle, namesOf } from "@bongsu/contracts";
import { codesOf } from "../openapi/index.ts";
import { statusOf } from "../problem.ts";
import { type Html, html, sentence } from "./markup.ts";
import { errorAnchor, operationArticle } from "./operation.ts";
import { sayIn } from "./tables.ts";
import { guide } from "./words.ts";

export interface ReferenceFacts {
  /** The hub's address, without a slash at the end. */
  url: string;
  version: string;
  language: Language;
  /** What each code means. */
  problems: Readonly<Record<string, ProblemKind>>;
}

interface Part {
  capability: string;
  contracts: Contract[];
}

function partsOf(contracts: readonly Contract[]): Part[] {
  const names = [...new Set(contracts.map((one) => namesOf(one).capability))].sort(byCapability);
  return names.map((capability) => ({
    capability,
    contracts: contracts.filter((one) => namesOf(one).capability === capability),
  }));
}

function indexOf(parts: readonly Part[], language: Language): Html {
  const say = sayIn(language);
  const groups = parts.map(
    ({ capability, contracts }) => html`<li><a href="#${capability}">${capabilityTitle(capability)[language]}</a>
<ol>${contracts.map(({ name, method, summary }) => html`<li><a href="#${name}"><b class="method ${method.toLowerCase()}">${method}</b> ${summary[language]}</a></li>`)}</ol></li>`,
  );
  const chapters = guide.map(({ id, title }) => html`<li><a href="#${id}">${title[language]}</a></li>`);
  return html`<nav class="index" aria-label="${say("index")}">
<ol class="chapters">${chapters}<li><a href="#errors">${say("allErrors")}</a></li></ol>
<ol class="parts">${groups}</ol>
</nav>`;
}

/** Every word that a message fills in, as `‹word›`. */
function shown(template: string): string {
  const names = [...template.matchAll(/\{(\w+)/g)].map(([, name = ""]) => name);
  return fill(template, Object.fromEntries(names.map((name) => [name, `‹${name}›`])));
}

function errorsOf(contracts: readonly Contract[], { problems, language }: ReferenceFacts): Html {
  const say = sayIn(language);
  const codes = [...new Set(contracts.flatMap((one) => codesOf(one).map(({ code }) => code)))].sort();
  const rows = codes.map((code) => {
    const kind = problems[code];
    const meaning =
      kind === undefined
        ? null
        : html`<dd>${sentence(shown(kind.message[language]))} ${sentence(shown(kind.fix[language]))}</dd>`;
    return html`<div id="${errorAnchor(code)}"><dt><code>${code}</code> <span>${statusOf(code)}</span></dt>${meaning}</div>`;
  });
  return html`<section id="errors"><h2>${say("allErrors")}</h2><p>${say("errorsAbout")}</p><dl class="errors">${rows}</dl></section>`;
}

/** Five beacons, one of them lit: all is well. */
const mark = html`<svg class="mark" viewBox="0 0 100 24" aria-hidden="true" focusable="false">${[0, 1, 2, 3, 4].map(
  (n) =>
    html`<path class="tower" d="M${4 + n * 20} 24 l2 -9 h8 l2 9 z"/>${n === 0 ? html`<path class="fire" d="M10 2 c1 4 4 5 4 8 a4 4 0 0 1 -8 0 c0 -2 1 -3 2 -4 c0 2 1 3 2 2 c1 -2 0 -4 0 -6 z"/>` : null}`,
)}</svg>`;

function guideOf({ url, language }: ReferenceFacts): Html {
  const chapters = guide.map(
    ({ id, title, text, code }) =>
      html`<section id="${id}"><h3>${title[language]}</h3><p>${sentence(text[language])}</p>${
        code === undefined ? null : html`<pre><code>${fill(code, { url })}</code></pre>`
      }</section>`,
  );
  return html`<h2 class="first">${sayIn(language)("guide")}</h2><div class="guide">${chapters}</div>`;
}

/** The API's reference as a page, made from the contracts: everything in it is escaped, and nothing in it runs. */
export function referencePage(contracts: readonly Contract[], facts: ReferenceFacts): string {
  const { language, version, url } = facts;
  const say = sayIn(language);
  const parts = partsOf(contracts);
  const counts = { operations: String(contracts.length), capabilities: String(parts.length) };
  const other = language === "ko" ? "en" : "ko";
  return `<!doctype html>\n${
    html`<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${say("title")}</title>
<link rel="stylesheet" href="/api/reference.css">
</head>
<body>
<a class="skip" href="#operations">${say("skip")}</a>
<header class="top">
${mark}
<h1>${say("title")}</h1>
<p>${say("version", { version })} · ${say("counts", counts)}</p>
<ul>
<li><a href="?lang=${other}" hreflang="${other}" lang="${other}">${say("otherLanguage")}</a></li>
<li><a href="/api/openapi.json?lang=${language}">${say("document")}</a></li>
</ul>
</header>
${indexOf(parts, language)}
<main>
${guideOf(facts)}
<div id="operations">
${parts.map(
  ({ capability, contracts: own }) => html`<section id="${capability}" class="part">
<h2><a href="#${capability}">${capabilityTitle(capability)[language]}</a></h2>
${own.map((contract) => operationArticle(contract, language, url))}
</section>`,
)}
</div>
${errorsOf(contracts, facts)}
</main>
</body>
</html>`.text
  }\n`;
}
