/** The exit codes; `bongsu match --help` and `docs/match.md` say the same. */
export const exitCodes = {
  done: 0,
  findings: 1,
  usage: 2,
  inputsMissing: 3,
  nothingDone: 4,
  /** As BSD's `sysexits.h` numbers it. */
  fault: 70,
} as const;
