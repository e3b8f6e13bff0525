import * as form from "./releases.ts";

type PackageType = "deb" | "rpm" | "apk";

/** An operating system's distribution: who it is, and how OSV speaks of its packages and releases. */
export interface Distribution {
  /** As OSV writes it. */
  ecosystem: string;
  /** The package URL's type. */
  type: PackageType;
  /** Whether OSV names source packages or binary ones. */
  by: "source" | "binary";
  /** How its releases are brought to one form; null where it has none. */
  release: form.ReleaseForm | null;
  /** What it is called in namespaces, `distro` qualifiers and os-release, in lower case; the first is the one to write. */
  ids: readonly string[];
}

function row(
  ecosystem: string,
  type: PackageType,
  by: "source" | "binary",
  release: form.ReleaseForm | null,
  ids: string,
): Distribution {
  return { ecosystem, type, by, release, ids: ids.split(", ") };
}

/** The distributions of which OSV speaks, a row each. */
export const distributions: readonly Distribution[] = [
  row("Debian", "deb", "source", form.debian, "debian, debian gnu/linux"),
  row("Ubuntu", "deb", "source", form.ubuntu, "ubuntu"),
  row("Echo", "deb", "source", null, "echo"),
  row("Alpine", "apk", "source", form.alpine, "alpine, alpine linux"),
  row("Wolfi", "apk", "source", null, "wolfi"),
  row("Chainguard", "apk", "source", null, "chainguard"),
  row("CleanStart", "apk", "source", null, "cleanstart"),
  row("MinimOS", "apk", "source", null, "minimos"),
  row("Alpaquita", "apk", "source", form.bellsoft, "alpaquita"),
  row("BellSoft Hardened Containers", "apk", "source", form.bellsoft, "bellsoft-hardened-containers"),
  row("AlmaLinux", "rpm", "binary", form.major, "almalinux, alma"),
  row("Rocky Linux", "rpm", "source", form.major, "rocky-linux, rocky, rockylinux, rocky linux"),
  row("Red Hat", "rpm", "binary", form.redHat, "redhat, rhel, red hat, red hat enterprise linux"),
  row(
    "openSUSE",
    "rpm",
    "source",
    form.openSuse,
    "opensuse, opensuse-leap, opensuse-tumbleweed, opensuse-microos, opensuse.leap, opensuse.tumbleweed",
  ),
  row(
    "SUSE",
    "rpm",
    "source",
    form.suse,
    "suse, sles, sled, sle, sles_sap, sle_hpc, sle-micro, sl-micro, suse.linux.enterprise.server, " +
      "suse.linux.enterprise.micro, suse linux enterprise server, suse linux enterprise micro",
  ),
  row("Azure Linux", "rpm", "source", form.major, "azurelinux, azure linux, mariner, cbl-mariner"),
  row("Mageia", "rpm", "source", form.major, "mageia"),
  row("openEuler", "rpm", "source", form.openEuler, "openeuler"),
  row("Photon OS", "rpm", "binary", form.majorMinor, "photon, photon os, vmware photon os"),
];

const byEcosystem = new Map(distributions.map((one) => [one.ecosystem.toLowerCase(), one]));
const byId = new Map(distributions.flatMap((one) => one.ids.map((id) => [`${one.type}/${id}`, one])));
/** The longest first, so that `suse` does not hide `suse linux enterprise micro`. */
const ids = distributions
  .flatMap((distribution) => distribution.ids.map((id) => ({ id, distribution })))
  .sort((a, b) => b.id.length - a.id.length);

/** The distribution that OSV calls so, without a release; null where it is none. */
export function distributionOf(ecosystem: string): Distribution | null {
  return byEcosystem.get(ecosystem.toLowerCase()) ?? null;
}

/** The distribution with packages of a type that is called so; null where OSV speaks of none. */
export function distributionById(type: string, id: string): Distribution | null {
  return byId.get(`${type}/${id.trim().toLowerCase()}`) ?? null;
}

/** Finds the name of a distribution with which a text (in lower case) begins: `debian-12` → `debian` and `12`. */
export function leadingId(text: string, wanted: (distribution: Distribution) => boolean) {
  const found = ids.find(({ id, distribution }) => {
    return wanted(distribution) && text.startsWith(id) && !/^[a-z_]/.test(text.slice(id.length, id.length + 1));
  });
  if (found === undefined) return null;
  return { ...found, rest: text.slice(found.id.length).replace(/^[\s\-:/.]+/, "") };
}
