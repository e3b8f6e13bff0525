import type { Language } from "@bongsu/base";
import { type Contract, fieldsOf } from "@bongsu/contracts";
import { grantWords, scopeOf } from "../../kernel/allow.ts";
import { codesOf } from "../openapi/index.ts";
import { clientExample, curlExample } from "./examples.ts";
import { type Html, html } from "./markup.ts";
import { inputTable, outputShape, sayIn } from "./tables.ts";

/** `/organisations/{organisation}`, its fields set off; on a narrow screen it breaks before a slash. */
const route = (path: string): Html =>
  html`${path
    .split(/(\{\w+\}|(?=\/))/)
    .filter(Boolean)
    .map((part) => (part.startsWith("{") ? html`<var>${part}</var>` : html`<wbr>${part}`))}`;

function facts(contract: Contract, language: Language): Html {
  const say = sayIn(language);
  const conditions = [
    ...(contract.approval ? [say("approval")] : []),
    ...(contract.fresh ? [say("fresh")] : []),
    ...(contract.creates ? [say("creates")] : []),
  ];
  const onlyPeople = contract.who.every(({ to }) => to === "person");
  return html`<dl class="facts">
<div><dt>${say("who")}</dt><dd>${grantWords(contract.who, language)}</dd></div>
${onlyPeople ? null : html`<div><dt>${say("scope")}</dt><dd><code>${scopeOf(contract)}</code></dd></div>`}
<div><dt>${say("agent")}</dt><dd>${say(`agent.${contract.agent}`)}</dd></div>
${conditions.length === 0 ? null : html`<div><dt>${say("condition")}</dt><dd>${conditions.join("; ")}</dd></div>`}
</dl>`;
}

function output(contract: Contract, language: Language): Html {
  const say = sayIn(language);
  if (contract.answers === "application/json") return outputShape(contract.output, language);
  if (contract.answers === "text/event-stream") {
    return html`<p>${say("stream")}</p>${outputShape(contract.output, language)}`;
  }
  return html`<p>${say("file", { type: contract.answers })}</p>`;
}

/** The address of a code's meaning on the page. */
export const errorAnchor = (code: string): string => `error-${code}`;

function errors(contract: Contract, language: Language): Html {
  const codes = codesOf(contract);
  const links = (own: boolean) =>
    codes
      .filter((one) => one.own === own)
      .map(({ code, status }) => html`<li><a href="#${errorAnchor(code)}">${code}</a> ${status}</li>`);
  const mine = links(true);
  return html`${mine.length === 0 ? null : html`<ul class="codes">${mine}</ul>`}
<details><summary>${sayIn(language)("common")}</summary><ul class="codes">${links(false)}</ul></details>`;
}

/** An operation's part of the page. */
export function operationArticle(contract: Contract, language: Language, url: string): Html {
  const say = sayIn(language);
  const { name, method, path, summary } = contract;
  return html`<article id="${name}" aria-labelledby="${name}-title">
<header>
<h3 id="${name}-title"><a href="#${name}">${summary[language]}</a></h3>
<p class="route"><b class="method ${method.toLowerCase()}">${method}</b> <code>/api/v1${route(path)}</code></p>
</header>
<div class="meaning">
${facts(contract, language)}
<h4>${say("input")}</h4>
${inputTable(fieldsOf(contract), language)}
<h4>${say("output")}</h4>
${output(contract, language)}
<h4>${say("errors")}</h4>
${errors(contract, language)}
</div>
<div class="examples">
<h4>${say("curl")}</h4>
<pre><code>${curlExample(contract, url)}</code></pre>
<h4>${say("client")}</h4>
<pre><code>${clientExample(contract)}</code></pre>
</div>
</article>`;
}
