import { fill, type Language } from "@bongsu/base";
import { byCapability, type Contract, capabilityTitle, namesOf } from "@bongsu/contracts";
import { grantWords, scopeOf } from "../../kernel/allow.ts";
import { bodyOf, headerParameters, parametersOf } from "./parameters.ts";
import { answerHeaders, bothLanguagesSchema, problemDocumentSchema, responsesOf } from "./responses.ts";
import { type Schemas, schemasOf } from "./schemas.ts";
import { texts } from "./texts.ts";

export interface About {
  /** The hub's address, without a slash at the end. */
  url: string;
  /** Of the product. */
  version: string;
  /** Of summaries and descriptions; `x-summary` has both. */
  language: Language;
  /** Name of the session's cookie. */
  cookie: string;
}

function securityOf(contract: Contract): Record<string, string[]>[] {
  const onlyPeople = contract.who.every(({ to }) => to === "person");
  const scope = [scopeOf(contract)];
  const machines: Record<string, string[]>[] = onlyPeople ? [] : [{ key: scope }, { keyAsPassword: scope }];
  const open = contract.who.some(({ to }) => to === "anyone");
  const nobody: Record<string, string[]>[] = open ? [{}] : [];
  return [...nobody, ...machines, { session: [] }];
}

function descriptionOf(contract: Contract, language: Language): string {
  const say = (text: keyof typeof texts, params: Record<string, string> = {}) => fill(texts[text][language], params);
  const onlyPeople = contract.who.every(({ to }) => to === "person");
  return [
    say("who", { who: grantWords(contract.who, language) }),
    ...(onlyPeople ? [] : [say("scope", { scope: scopeOf(contract) })]),
    ...(contract.approval ? [say("approval")] : []),
    ...(contract.fresh ? [say("fresh")] : []),
  ].join(" ");
}

function operationOf(contract: Contract, schemas: Schemas, language: Language) {
  const input = schemas.input(contract);
  const requestBody = bodyOf(contract, input);
  return {
    operationId: contract.name,
    tags: [namesOf(contract).capability],
    summary: contract.summary[language],
    description: descriptionOf(contract, language),
    parameters: parametersOf(contract, input),
    ...(requestBody === null ? {} : { requestBody }),
    responses: responsesOf(contract, schemas.output(contract), language),
    security: securityOf(contract),
    "x-summary": contract.summary,
    "x-who": contract.who,
    "x-agent": contract.agent,
    "x-approval": contract.approval,
    "x-fresh": contract.fresh,
  };
}

function pathsOf(contracts: readonly Contract[], schemas: Schemas, language: Language) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const contract of contracts) {
    const operation = operationOf(contract, schemas, language);
    paths[contract.path] = { ...paths[contract.path], [contract.method.toLowerCase()]: operation };
  }
  return paths;
}

/** The OpenAPI 3.1 document of a hub, made from the contracts of its operations alone. */
export function openapi(contracts: readonly Contract[], { url, version, language, cookie }: About) {
  const schemas = schemasOf(contracts, language);
  const capabilities = [...new Set(contracts.map((one) => namesOf(one).capability))].sort(byCapability);
  return {
    openapi: "3.1.1",
    jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema",
    info: {
      title: language === "ko" ? "봉수 허브" : "Bongsu hub",
      version,
      description: texts.about[language],
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: `${url}/api/v1` }],
    externalDocs: { url: `${url}/api` },
    tags: capabilities.map((name) => {
      const title = capabilityTitle(name);
      return { name, description: title[language], "x-title": title };
    }),
    paths: pathsOf(contracts, schemas, language),
    components: {
      schemas: {
        ...schemas.components,
        BothLanguages: bothLanguagesSchema,
        ProblemDocument: problemDocumentSchema,
      },
      parameters: headerParameters(language),
      headers: answerHeaders(language),
      securitySchemes: {
        key: { type: "http", scheme: "bearer", description: texts.bearer[language] },
        keyAsPassword: { type: "http", scheme: "basic", description: texts.basic[language] },
        session: { type: "apiKey", in: "cookie", name: cookie, description: texts.cookie[language] },
      },
    },
  };
}

export type OpenApiDocument = ReturnType<typeof openapi>;
