import type { Contract } from "./contract.ts";

/** The contracts among what a module exports. */
type ContractsIn<Module> = Extract<Module[keyof Module], Contract>;

type CapabilityOf<C> = C extends { name: `${infer Capability}.${string}` } ? Capability : never;

/** Every contract that a module exports, by capability and operation: `catalogue.members.listOrganisations`. */
export type Catalogue<Module> = {
  [Capability in CapabilityOf<ContractsIn<Module>>]: {
    [C in ContractsIn<Module> as C["name"] extends `${Capability}.${infer Operation}` ? Operation : never]: C;
  };
};

const isContract = (value: unknown): value is Contract =>
  typeof value === "object" && value !== null && "method" in value && "path" in value && "who" in value;

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];

/** The contracts that a module exports, by capability, then by address. */
export function contractsIn(module: object): Contract[] {
  const sorted = (one: Contract): string =>
    `${one.name.split(".")[0]} ${one.path.replaceAll("{", "~")} ${methods.indexOf(one.method)}`;
  return Object.values(module)
    .filter(isContract)
    .sort((a, b) => (sorted(a) < sorted(b) ? -1 : 1));
}

/** The contracts that a module exports as one object, for a client to be made from. */
export function catalogueOf<Module extends object>(module: Module): Catalogue<Module> {
  const catalogue: Record<string, Record<string, Contract>> = {};
  for (const one of contractsIn(module)) {
    const [capability = "", operation = ""] = one.name.split(".");
    catalogue[capability] = { ...catalogue[capability], [operation]: one };
  }
  return catalogue as Catalogue<Module>;
}
