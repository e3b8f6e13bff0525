import { BongsuError, type Problem, type Text } from "@bongsu/base";

/** One field of the input that is not as it must be: JSON Pointer (RFC 6901), and what was expected. */
export interface FieldError {
  pointer: string;
  message: Text;
}

export interface HubErrorFacts {
  /** HTTP status; 0 where no answer came. */
  status: number;
  /** Seconds after which to come again, where the hub said so. */
  retryAfter: number | null;
  /** Fields at fault (`http.invalid-input`). */
  errors: readonly FieldError[];
  /** The hub's number of the request, for its administrator. */
  request: string | null;
}

/**
 * What a hub answered instead of a result, or why no answer came. `problem` says it in both languages; `code` stays the
 * same from version to version.
 */
export class HubError extends BongsuError {
  readonly status: number;
  readonly retryAfter: number | null;
  readonly errors: readonly FieldError[];
  readonly request: string | null;

  constructor(problem: Problem, facts: Partial<HubErrorFacts> = {}, cause?: unknown) {
    super(problem, cause === undefined ? undefined : { cause });
    this.name = "HubError";
    this.status = facts.status ?? 0;
    this.retryAfter = facts.retryAfter ?? null;
    this.errors = facts.errors ?? [];
    this.request = facts.request ?? null;
  }
}
