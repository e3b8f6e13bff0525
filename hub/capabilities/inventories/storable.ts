import type { Component, PackageIdentity, Sbom } from "@bongsu/sbom";
import { DocumentTexts, storableName, storableProblems } from "../../platform/database/document-texts.ts";

/** A package's identity as the database keeps it: the same for whoever names that package. */
export const storableIdentity = ({ ecosystem, release, name }: PackageIdentity): PackageIdentity => ({
  ecosystem: storableName(ecosystem),
  release: storableName(release),
  name: storableName(name),
});

function storableComponent(component: Component, texts: DocumentTexts): Component {
  const optional = (text: string | null): string | null => (text === null ? null : texts.name(text));
  const { identity } = component;
  return {
    ...component,
    ref: texts.name(component.ref),
    type: texts.name(component.type),
    group: optional(component.group),
    name: texts.name(component.name),
    version: optional(component.version),
    matchVersion: optional(component.matchVersion),
    purl: component.purl === null ? null : texts.purl(component.purl),
    cpes: component.cpes.map(texts.text),
    identity: identity === null ? null : texts.value(identity),
    path: texts.name(component.path),
  };
}

/** The document with its components' texts as the database keeps them; what had to be changed is among the problems. */
export function storableSbom(sbom: Sbom, file?: string): Sbom {
  const texts = new DocumentTexts();
  const components = sbom.components.map((component) => storableComponent(component, texts));
  const { created, specVersion } = sbom.header;
  const header = {
    ...sbom.header,
    specVersion: texts.name(specVersion),
    created: created === null ? null : texts.name(created),
  };
  const problems = storableProblems([...sbom.problems, ...texts.problems(file)]);
  return { ...sbom, header, components, problems };
}
