import type { Contract } from "@bongsu/contracts";

/** What a command line gave, by where it stood. */
export interface Given {
  contract: Contract;
  /** Fields that stood as arguments and options. */
  fields: Record<string, unknown>;
  /** Those that must be given, and how each is written on the command line. */
  required: { name: string; flags: string }[];
  /** The file to send; null where the operation takes none. */
  file: string | null;
  options: {
    json?: boolean;
    all?: boolean;
    input?: string;
    output?: string;
    ifMatch?: string;
    idempotencyKey?: string;
    /** What takes something away is done only with it. */
    yes?: boolean;
  };
}
