import type { PGlite } from "@electric-sql/pglite";

type Call = (...args: unknown[]) => unknown;

/** Everything through which PGlite enters the server after it was started. */
const entrances = [
  "_PostgresMainLoopOnce",
  "_PostgresMainLongJmp",
  "_PostgresSendReadyForQueryIfNecessary",
  "_pgl_pq_flush",
  "_pgl_setPGliteActive",
  "_pgl_run_atexit_funcs",
  "_emscripten_force_exit",
  "stackRestore",
];

/**
 * Makes an end of the embedded server an error. A server of PostgreSQL that meets what it cannot survive (no room for
 * its journal, a damaged page of it) stops, to recover at its next start. PGlite goes on calling it, for ever. Here the
 * first such end is thrown, made by `describe`, and so is every call after it: the server's memory is not to be
 * trusted, and must not reach the disk.
 */
export function endOnFatal(pglite: PGlite, describe: (error: unknown) => Error): void {
  const { Module: module } = pglite;
  const jump: unknown = Reflect.get(pglite, "POSTGRES_MAIN_LONGJMP");
  const loop: Call = Reflect.get(module, "_PostgresMainLoopOnce");
  Reflect.set(module, "_PostgresMainLoopOnce", (...args: unknown[]) => {
    try {
      return loop(...args);
    } catch (error) {
      // An ordinary error of a statement jumps back to the loop; anything else is the end.
      if (Reflect.get(Object(error), "status") === jump) throw error;
      const fatal = describe(error);
      for (const name of entrances) {
        Reflect.set(module, name, () => {
          throw fatal;
        });
      }
      throw fatal;
    }
  });
}
