import type { PostgresPool } from "kysely";
import type pg from "pg";

/** Texts that are kept prepared on each connection; what comes after them is planned anew each time. */
const most = 500;

/** Longer ones are built for one occasion. */
const longest = 20_000;

/**
 * Lets the server keep the plans of statements that come again and again: under half of what a small read costs it is
 * planning. The names are the same for all connections; another generation begins where the tables were changed under
 * them (`0A000`, "cached plan must not change result type"), as by a newer process that starts beside this one.
 */
export class PreparedStatements {
  private readonly names = new Map<string, string>();
  private generation = 0;

  nameOf(text: string): string | undefined {
    const known = this.names.get(text);
    if (known !== undefined || this.names.size >= most || text.length > longest) return known;
    const name = `bongsu_${this.generation}_${this.names.size}`;
    this.names.set(text, name);
    return name;
  }

  /** Takes note of an error; true where the same statement will go through under its next name. */
  outdated(error: unknown): boolean {
    const { code, message } = Object(error) as { code?: unknown; message?: unknown };
    if (code !== "0A000" || !/cached plan/.test(String(message))) return false;
    this.generation += 1;
    this.names.clear();
    return true;
  }

  /** The pool, with every statement that has parameters prepared. Ending it is left to the pool's owner. */
  over(pool: pg.Pool): PostgresPool {
    const clients = new WeakMap<pg.PoolClient, pg.PoolClient>();
    const wrap = (client: pg.PoolClient): pg.PoolClient => {
      const known = clients.get(client);
      if (known !== undefined) return known;
      const query = async (text: string, values: unknown[] = []): Promise<pg.QueryResult> => {
        const name = values.length > 0 ? this.nameOf(text) : undefined;
        try {
          return await client.query(name === undefined ? { text, values } : { name, text, values });
        } catch (error) {
          this.outdated(error);
          throw error;
        }
      };
      const wrapped: pg.PoolClient = Object.create(client, {
        query: { value: query },
        release: { value: (destroy?: boolean) => client.release(destroy) },
      });
      clients.set(client, wrapped);
      return wrapped;
    };
    return { options: pool.options, connect: async () => wrap(await pool.connect()), end: async () => {} };
  }
}
