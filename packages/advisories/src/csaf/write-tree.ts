import { formatPurl, formatVers, purlOf, readPurl, type VersionRange } from "@bongsu/versions";
import type { Affected, Subject } from "../advisory.ts";
import { withoutVersion } from "../osv/write.ts";
import type { Writing } from "../written.ts";
import type { CsafBranch, CsafProduct } from "./document.ts";

type Leaf = Pick<CsafBranch, "category" | "name"> | null;

/** CPE names as CSAF's schema takes them, 2.2 or 2.3. */
const cpeName =
  /^(?:cpe:2\.3:[aho*-](?::(?:(?:\\[^\w\s]|[\w.-]|\?|\*)+|[*-])){5}:(?:[a-zA-Z]{2,3}(?:-(?:[a-zA-Z]{2}|\d{3}))?|[*-])(?::(?:(?:\\[^\w\s]|[\w.-]|\?|\*)+|[*-])){4}|cpe:\/[ahoAHO]?(?::[\w.~%-]*){0,6})$/;

/** Gathers the products of a document: each once, by vendor, name and version. */
export class TreeWriter {
  private readonly vendors = new Map<string, Map<string, CsafBranch[]>>();
  private readonly ids = new Map<string, string>();
  private readonly writing: Writing;

  constructor(writing: Writing) {
    this.writing = writing;
  }

  /** The id of the product and versions that an entry is about. */
  productOf({ subject, range, allVersions }: Affected, path: string): string {
    return this.add(subject, leafOf(subject, range, allVersions), path, null);
  }

  /** The id of one version of the same product. */
  versionOf({ subject }: Affected, version: string, path: string): string {
    return this.add(subject, { category: "product_version", name: version }, path, version);
  }

  get branches(): CsafBranch[] {
    return Array.from(this.vendors, ([name, products]) => ({
      category: "vendor" as const,
      name,
      branches: Array.from(products, ([product, branches]) => productBranch(product, branches)),
    }));
  }

  private add(subject: Subject, leaf: Leaf, path: string, version: string | null): string {
    const { vendor, name } = namesOf(subject);
    const bare = subject.purl === null ? null : withoutVersion(subject.purl);
    const key = JSON.stringify([vendor, name, leaf, bare, subject.cpe, subject.package]);
    const known = this.ids.get(key);
    if (known !== undefined) return known;
    const id = `CSAFPID-${String(this.ids.size + 1).padStart(4, "0")}`;
    this.ids.set(key, id);
    const product = {
      name: [vendor, name, leaf?.name].filter(Boolean).join(" "),
      product_id: id,
      ...this.helper(subject, version, path),
    };
    const products = this.vendors.get(vendor) ?? new Map<string, CsafBranch[]>();
    this.vendors.set(vendor, products);
    const branches = products.get(name) ?? [];
    products.set(name, branches);
    branches.push(leaf === null ? { category: "product_name", name, product } : { ...leaf, product });
    return id;
  }

  private helper(
    subject: Subject,
    version: string | null,
    path: string,
  ): Pick<CsafProduct, "product_identification_helper"> {
    const purl = purlText(subject, version);
    const cpe = subject.cpe !== null && cpeName.test(subject.cpe) ? subject.cpe : null;
    if (subject.cpe !== null && cpe === null) this.writing.leaveOut(subject.cpe, path);
    if (purl === null && cpe === null) return {};
    return { product_identification_helper: { ...(cpe !== null && { cpe }), ...(purl !== null && { purl }) } };
  }
}

/** A product whose versions do not matter stands beside the branch of its versions, if there is one. */
function productBranch(name: string, leaves: CsafBranch[]): CsafBranch {
  const [first] = leaves;
  if (leaves.length === 1 && first?.category === "product_name") return first;
  const branches = leaves.map(
    (leaf): CsafBranch =>
      leaf.category === "product_name" ? { ...leaf, category: "product_version_range", name: "vers:all/*" } : leaf,
  );
  return { category: "product_name", name, branches };
}

function namesOf({ product, package: identity, purl, cpe }: Subject): { vendor: string; name: string } {
  const vendor = product?.vendor || identity?.ecosystem || product?.name || "unknown";
  return { vendor, name: product?.name || identity?.name || purl || cpe || vendor };
}

function leafOf({ product }: Subject, range: VersionRange | null, allVersions: boolean): Leaf {
  if (range === null) {
    const version = product?.version ?? null;
    return allVersions || version === null ? null : plainVersion(version);
  }
  const [only] = range.versions;
  const isSingle = range.versions.length === 1 && range.intervals.length === 0;
  if (isSingle && only !== undefined) return plainVersion(only) ?? { category: "product_version_range", name: only };
  const [unread] = range.unparsed;
  if (range.intervals.length + range.versions.length === 0 && unread !== undefined)
    return { category: "product_version_range", name: unread.text };
  return { category: "product_version_range", name: formatVers(range) };
}

/** Words and signs that make a range of what claims to be one version (CSAF 2.0 §6.1.31). */
const rangeWords = /[<>=]|\b(?:after|all|before|earlier|later|prior|versions?)\b/i;

function plainVersion(version: string): Leaf {
  return version === "" || rangeWords.test(version) ? null : { category: "product_version", name: version };
}

function purlText({ purl, package: identity, product }: Subject, version: string | null): string | null {
  const named = product?.vendor && identity !== null ? product.name : identity?.name;
  const parts =
    purl !== null
      ? readPurl(purl).purl
      : identity === null || named === undefined
        ? null
        : purlOf(identity.release === "" ? identity.ecosystem : `${identity.ecosystem}:${identity.release}`, named);
  if (parts === null) return null;
  return formatPurl({ ...parts, version: version ?? parts.version });
}
