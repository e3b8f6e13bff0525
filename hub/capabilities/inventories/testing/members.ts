import { testHub } from "../../../../testing/hub.ts";

/** Two members with keys of every kind, and a person who answers for assets of the first. */
export async function members(...given: Parameters<typeof testHub>) {
  const hub = await testHub(...given);
  const bank = await hub.organisation("bank");
  const city = await hub.organisation("city", "local-government", "KR-50");
  const analyst = await hub.key(bank);
  const outsider = await hub.key(city);
  const kim = await hub.person("Kim Yuna", [{ of: bank, role: "analyst" }]);
  const at = (organisation: string, path: string) => `/api/v1/organisations/${organisation}${path}`;
  const get = (path: string, key = analyst) => hub.ask(at("bank", path), { key });
  const send = (method: string, path: string, json: object, key = analyst, headers = {}) =>
    hub.ask(at("bank", path), { method, key, json, headers });
  const add = (name: string, facts = {}, key = analyst) => send("POST", "/assets", { name, ...facts }, key);
  const put = (asset: string, bytes: Uint8Array, query = "", key = analyst) =>
    hub.ask(at("bank", `/assets/${encodeURIComponent(asset)}/sbom?file=bom.json${query}`), {
      method: "PUT",
      key,
      bytes,
    });
  return { ...hub, bank, city, analyst, outsider, kim, at, get, send, add, put };
}

/** A CycloneDX document of these components, as they are. */
export const bomOf = (components: readonly object[], extra: object = {}): Uint8Array =>
  new TextEncoder().encode(
    JSON.stringify({ bomFormat: "CycloneDX", specVersion: "1.6", version: 1, components, ...extra }),
  );
