import type { PackageContext, VersionRange } from "@bongsu/versions";
import type { Subject } from "../advisory.ts";
import { noSubject, purlSubject } from "../subject.ts";
import { reportUnparsed } from "../unparsed.ts";
import type { Product } from "./product.ts";
import { productRange } from "./product-range.ts";
import type { ProductTree } from "./product-tree.ts";

/** What a product is, in the terms of advisories. */
export interface DescribedProduct {
  /** One for each package URL, else one. */
  subjects: Subject[];
  /** In a relationship: what it is a component of, or installed on, where its own identity does not say so. */
  hosts: Subject[];
  /** The versions of the one host; null where it has none, or names one itself. */
  hostRange: VersionRange | null;
  /** Each subject names the version of its own that is meant, or all versions are. */
  isPinned: boolean;
  range: VersionRange | null;
  allVersions: boolean;
  /** Its single version, where it has one. */
  version: string | null;
}

/** A relationship may refer to another one; longer chains than this are none that anybody means. */
const longestChain = 10;

/** Describes products, each once. */
export class ProductReader {
  readonly tree: ProductTree;
  private readonly described = new Map<string, DescribedProduct>();

  constructor(tree: ProductTree) {
    this.tree = tree;
  }

  /** What the id stands for; null for one that the tree does not describe. */
  describe(id: string): DescribedProduct | null {
    const known = this.described.get(id);
    if (known !== undefined) return known;
    const product = this.tree.get(id);
    if (product === null) return null;
    const described = this.read(product);
    this.described.set(id, described);
    return described;
  }

  private read(product: Product): DescribedProduct {
    const { component, hosts } = this.resolve(product);
    const source = product.purls.length > 0 ? product : component;
    const context = distributionOf(hosts);
    const purls = source.purls.flatMap(
      (text) => purlSubject(text, source.part, "product_identification_helper", context) ?? [],
    );
    const version = purls[0]?.version ?? component.version;
    const { range, allVersions } = productRange(component, purls[0] ?? null);
    if (range !== null) reportUnparsed(component.part, range);
    const named = { vendor: component.vendor, name: component.product ?? product.name, version };
    const shared = {
      cpe: product.cpe ?? component.cpe,
      product: component === product ? named : { ...named, name: product.name },
    };
    const subjects = purls.map((purl) => ({ ...shared, package: purl.package, purl: purl.purl }));
    // A component that bears the host's release in its identity is named well enough without it.
    const isWhole = subjects.some((subject) => subject.package?.release);
    return {
      subjects: subjects.length > 0 ? subjects : [{ ...shared, package: null, purl: null }],
      ...(isWhole ? noHosts : readHosts(hosts)),
      isPinned: allVersions || (purls.length > 0 && purls.every((purl) => purl.version !== null)),
      range,
      allVersions,
      version: range === null || range.intervals.length === 0 ? version : null,
    };
  }

  /** Follows relationships down to the innermost component, gathering what it is part of on the way. */
  private resolve(product: Product): { component: Product; hosts: Product[] } {
    const hosts: Product[] = [];
    let component = product;
    for (let i = 0; i < longestChain && component.component !== null; i++) {
      for (const id of component.part.afford(component.hosts, "hosts")) {
        const host = this.tree.get(id);
        if (host === null) component.part.report("advisories.unknown-product", { id });
        else hosts.push(host);
      }
      const next = this.tree.get(component.component);
      if (next === null) {
        component.part.report("advisories.unknown-product", { id: component.component });
        break;
      }
      component = next;
    }
    return { component, hosts };
  }
}

/** Packages of a distribution often leave it to the relationship to say of which release they are. */
function distributionOf(hosts: Product[]): PackageContext {
  const host = hosts.find(({ cpe, vendor }) => cpe !== null || vendor !== null);
  if (host === undefined) return {};
  const id = /^cpe:(?:\/|2\.3:)[aho]:([a-z0-9_-]+)/i.exec(host.cpe ?? "")?.[1] ?? host.vendor ?? "";
  // Red Hat's releases are CPEs; the others' are the host's name.
  return { distribution: { id, release: id === "redhat" ? (host.cpe ?? "") : host.name } };
}

const noHosts: Pick<DescribedProduct, "hosts" | "hostRange"> = { hosts: [], hostRange: null };

/** What contains a component, by the same names as any product. */
function readHosts(hosts: Product[]): Pick<DescribedProduct, "hosts" | "hostRange"> {
  const read = hosts.map((host) => {
    const { cpe, vendor, product, name, version, part } = host;
    const purls = host.purls.flatMap((text) => purlSubject(text, part, "product_identification_helper") ?? []);
    const shared = { ...noSubject, cpe, product: { vendor, name: product ?? name, version } };
    const subjects: Subject[] = purls.map((purl) => ({ ...shared, package: purl.package, purl: purl.purl }));
    return { subjects: subjects.length > 0 ? subjects : [shared], range: productRange(host, purls[0] ?? null).range };
  });
  return {
    hosts: read.flatMap(({ subjects }) => subjects),
    hostRange: read.length === 1 ? (read[0]?.range ?? null) : null,
  };
}
