/** The versions of a decision point and the day from which each was to be had, the oldest first. */
export type VersionDays = readonly (readonly [version: string, day: string])[];

/** When CERT/CC put its decision points, the metrics of CVSS up to 3, and those of CVSS 4 under versions. */
const [first, cvss3, cvss4] = ["2023-10-16", "2023-11-07", "2023-11-17"];

const requirement: VersionDays = [
  ["1.0.0", cvss3],
  ["1.1.0", cvss4],
  ["1.1.1", cvss4],
];
const attack: VersionDays = [
  ["1.0.0", cvss3],
  ["2.0.0", cvss3],
  ["3.0.0", cvss3],
  ["3.0.1", cvss4],
];
const twice: VersionDays = [
  ["1.0.0", cvss3],
  ["2.0.0", cvss3],
];
const revisedOnce: VersionDays = [
  ["1.0.0", cvss3],
  ["1.1.0", cvss3],
];

/** Decision points with more than one version, by base namespace and key (history of CERT/CC's repository). */
const decisionPoints = new Map<string, VersionDays>([
  ["cvss A", twice],
  ["cvss AC", attack],
  ["cvss AR", requirement],
  ["cvss AV", attack],
  ["cvss Au", twice],
  ["cvss C", twice],
  ["cvss CDP", twice],
  ["cvss CR", requirement],
  ["cvss E", [...revisedOnce, ["1.2.0", cvss4], ["2.0.0", cvss4]]],
  ["cvss I", twice],
  [
    "cvss IR",
    [
      ["1.0.0", cvss3],
      ["1.1.0", cvss4],
      ["1.1.1", "2025-02-20"],
    ],
  ],
  [
    "cvss PR",
    [
      ["1.0.0", cvss3],
      ["1.0.1", cvss4],
    ],
  ],
  ["cvss RC", [...revisedOnce, ["2.0.0", cvss3]]],
  ["cvss RL", revisedOnce],
  ["cvss TD", revisedOnce],
  [
    "cvss UI",
    [
      ["1.0.0", cvss3],
      ["2.0.0", cvss4],
    ],
  ],
  [
    "ssvc E",
    [
      ["1.0.0", first],
      ["1.1.0", "2024-02-13"],
    ],
  ],
  [
    "ssvc EXP",
    [
      ["1.0.0", first],
      ["1.0.1", first],
    ],
  ],
  [
    "ssvc HI",
    [
      ["2.0.0", "2024-02-05"],
      ["2.0.1", "2024-02-07"],
      ["2.0.2", "2025-08-12"],
    ],
  ],
  [
    "ssvc MI",
    [
      ["1.0.0", first],
      ["2.0.0", "2023-10-17"],
    ],
  ],
  [
    "ssvc PSI",
    [
      ["2.0.0", "2024-02-05"],
      ["2.0.1", "2024-02-07"],
    ],
  ],
  [
    "ssvc PWI",
    [
      ["1.0.0", first],
      ["1.1.0", "2025-08-13"],
    ],
  ],
  [
    "ssvc SI",
    [
      ["1.0.0", first],
      ["2.0.0", "2024-02-07"],
      ["2.0.1", "2025-09-15"],
    ],
  ],
  [
    "ssvc U",
    [
      ["1.0.0", first],
      ["1.0.1", first],
    ],
  ],
]);

/** The versions of a decision point; none where it has only one, or is not known. */
export function decisionPointVersions(namespace: string, key: string): VersionDays {
  return decisionPoints.get(`${namespace} ${key}`) ?? [];
}
