const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** Every number of people's sign-in, in one place. Times in milliseconds. */
export const limits = {
  session: {
    /** Without a request for this long a session ends (OWASP ASVS 7.3). */
    idle: 12 * hour,
    /** After this long it ends in any case. */
    absolute: 7 * day,
    /** A sign-in not older than this is fresh enough for what is dangerous. */
    fresh: 15 * minute,
    /** Uses within this time are not noted, so that reading does not become writing. */
    noted: minute,
  },
  password: { shortest: 12, longest: 128 },
  recoveryCodes: 10,
  lockOut: {
    /** Wrong tries within this time count together. */
    window: 15 * minute,
    /** So many for one account, and so many from one address, behind which many people may sit. */
    account: 5,
    address: 100,
    /** How long one waits the first time; each further time twice as long, up to the longest. */
    first: 5 * minute,
    longest: 4 * hour,
    /** After so long without a wrong try the waiting begins small again. */
    forgotten: day,
  },
  invitation: 7 * day,
  passwordReset: hour,
  emailChange: 2 * hour,
  setUp: { valid: day, tries: 10 },
  /** A time-based code is good for at most three periods of 30 seconds; for so long it cannot be used again. */
  spentCode: 3 * minute,
  /** Bytes of a request; the largest is a passkey's registration. */
  body: 65_536,
  /** How long the provider of single sign-on may take to describe itself. */
  discovery: 5 * second,
  passkeys: 20,
} as const;
