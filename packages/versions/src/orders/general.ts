import type { VersionOrder } from "../order.ts";
import { alpm } from "./alpm.ts";
import { datetime } from "./datetime.ts";
import { gentoo } from "./gentoo.ts";
import { intdot } from "./intdot.ts";
import { lexicographic } from "./lexicographic.ts";
import { openssl } from "./openssl.ts";
import { semver } from "./semver.ts";

/**
 * Orders that belong to no ecosystem of OSV, by the VERS type that names them: general ones, and those of distributions
 * and of single projects.
 */
export const generalOrders: ReadonlyMap<string, VersionOrder> = new Map([
  ["semver", semver],
  ["intdot", intdot],
  ["datetime", datetime],
  ["lexicographic", lexicographic],
  ["alpm", alpm],
  ["gentoo", gentoo],
  ["ebuild", gentoo],
  ["openssl", openssl],
  ["nginx", semver],
  ["apache", semver],
  ["mozilla", semver],
  ["mattermost", semver],
]);
