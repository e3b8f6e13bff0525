import type { TypeRule } from "./rule.ts";

/** Whether a model's name is case sensitive depends on the server: on Databricks it is not, on Azure ML it is. */
export const mlflow: TypeRule = {
  namespace: "prohibited",
  name: (name, purl) => (/databricks/i.test(purl.qualifiers?.repository_url ?? "") ? name.toLowerCase() : name),
};
