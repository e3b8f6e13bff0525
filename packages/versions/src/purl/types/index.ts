import { chromeExtension } from "./chrome-extension.ts";
import { cocoapods } from "./cocoapods.ts";
import { cpan } from "./cpan.ts";
import { git } from "./git.ts";
import { mlflow } from "./mlflow.ts";
import type { TypeRule } from "./rule.ts";
import { swid } from "./swid.ts";
import { swift } from "./swift.ts";

/**
 * The registered types, a row each (the definitions at packageurl.org). A type that is not here follows the general
 * rules alone (clause 5.7).
 */
const registered: Record<string, TypeRule> = {
  alpm: { namespace: "required", lower: ["namespace", "name"] },
  apk: { namespace: "required", lower: ["namespace", "name"] },
  bazel: { namespace: "prohibited", version: "required" },
  bitbucket: { namespace: "required", lower: ["namespace", "name"] },
  bitnami: { namespace: "prohibited", lower: ["name"] },
  brew: { lower: ["namespace", "name"] },
  cargo: { namespace: "prohibited" },
  "chrome-extension": chromeExtension,
  cocoapods,
  composer: { namespace: "required", lower: ["namespace", "name"] },
  conan: {},
  conda: { namespace: "prohibited" },
  cpan,
  cran: { namespace: "prohibited" },
  deb: { namespace: "required", lower: ["namespace", "name"] },
  docker: {},
  gem: { namespace: "prohibited" },
  generic: {},
  git,
  github: { namespace: "required", lower: ["namespace", "name"] },
  // The definition requires a namespace, but Go has modules without one: `stdlib`, `toolchain`, `go4.org`, `gotest.tools`.
  golang: { lower: ["namespace", "name"] },
  hackage: { namespace: "prohibited", name: (name) => name.replaceAll("_", "-") },
  hex: { lower: ["namespace", "name"] },
  huggingface: { namespace: "required", lower: ["version"] },
  julia: { namespace: "prohibited", qualifiers: ["uuid"] },
  luarocks: { lower: ["namespace", "name"] },
  maven: { namespace: "required" },
  mlflow,
  npm: { lower: ["namespace", "name"] },
  nuget: { namespace: "prohibited" },
  oci: { namespace: "prohibited", lower: ["name", "version"] },
  opam: { namespace: "prohibited" },
  otp: { namespace: "prohibited", lower: ["name", "subpath"] },
  pub: {
    namespace: "prohibited",
    lower: ["name"],
    name: (name) => name.replace(/[^a-z0-9_]/gu, "_"),
  },
  pypi: {
    namespace: "prohibited",
    lower: ["name", "version"],
    name: (name) => name.replace(/[-_.]+/g, "-"),
  },
  qpkg: { namespace: "required", lower: ["namespace"] },
  rpm: { namespace: "required", lower: ["namespace"] },
  swid,
  swift,
  vcpkg: { namespace: "prohibited" },
  "vscode-extension": { namespace: "required", lower: ["namespace", "name", "version"] },
  yocto: { lower: ["namespace"] },
};

const rules = new Map(Object.entries(registered));
const none: TypeRule = {};

/** What a type (in lower case) asks beyond the general rules. */
export function typeRule(type: string): TypeRule {
  return rules.get(type) ?? none;
}

/** Whether a type is registered; others are valid by the general rules, and worth a warning (clause 5.7). */
export function isRegisteredType(type: string): boolean {
  return rules.has(type);
}
