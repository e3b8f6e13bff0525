import type { Text } from "@bongsu/base";
import type { ExposureDecision } from "@bongsu/contracts";

/** Open exposures by what is to be done, the most urgent first. */
export type ByDecision = readonly { decision: ExposureDecision; count: number }[];

/** What an organisation has to know of its open exposures. */
export interface Standing {
  exposures: number;
  vulnerabilities: number;
  assets: number;
  /** Vulnerabilities that are known to be exploited. */
  exploited: number;
  /** Exposures, and their vulnerabilities, whose time to remediate is over. */
  overdue: number;
  overdueVulnerabilities: number;
  /** Vulnerabilities to be remediated within the next seven days, and by when the last of them. */
  soon: number;
  soonBy: Date | null;
  /** Of those overdue and those to be remediated soon, the exploited ones. */
  pressingExploited: number;
  nextDue: Date | null;
  byDecision: ByDecision;
}

/** One vulnerability in one package. */
export interface Urgent {
  vulnerability: string;
  title: string | null;
  package: string;
  versions: readonly string[];
  fixedVersion: string | null;
  decision: ExposureDecision;
  exploited: boolean;
  dueAt: Date | null;
  /** The first assets by name, and how many there are. */
  assets: readonly string[];
  assetCount: number;
  assignees: readonly string[];
}

export interface Accepted {
  vulnerability: string;
  package: string;
  asset: string;
  until: Date | null;
}

/** How an organisation stands, with its components. */
export interface OrganisationFacts {
  name: Text;
  standing: Standing;
  urgent: readonly Urgent[];
  /** Rows that the report has no room for. */
  urgentCount: number;
  /** Fixed within the period, and still: exposures, vulnerabilities, half of them within so many days. */
  fixed: { exposures: number; vulnerabilities: number; medianDays: number | null };
  inventories: { assets: number; fresh: number; stale: number; missing: number; oldest: Date | null };
  accepted: readonly Accepted[];
  acceptedCount: number;
}

/** How several organisations stand, without their components. */
export interface StatusFacts {
  /** Whom the report is about: a sector, or null for all. */
  sector: Text | null;
  /** Of how many the caller sees the status, and how many of them are exposed. */
  organisations: number;
  exposed: number;
  exposures: number;
  vulnerabilities: number;
  exploited: number;
  byDecision: ByDecision;
  worst: readonly {
    vulnerability: string;
    title: string | null;
    exploited: boolean;
    decision: ExposureDecision;
    organisations: number;
    exposures: number;
  }[];
  standing: readonly {
    name: Text;
    decision: ExposureDecision;
    immediate: number;
    exploited: number;
    exposures: number;
    since: Date;
  }[];
}

/** For whom and when a report is made. */
export interface Occasion {
  language: keyof Text;
  zone: string;
  at: Date;
  days: number;
  tlp: string;
}
