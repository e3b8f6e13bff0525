import { type Database, migrate, migrations, openDatabase, readConfig, translateDatabaseError } from "@bongsu/hub";

/** Opens the database that the environment names, does the work, and closes it whatever happens. Throws the product's database errors. */
export async function withDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase(readConfig(process.env));
  try {
    return await work(database);
  } catch (error) {
    throw translateDatabaseError(error);
  } finally {
    await database.close();
  }
}

/** The same, with the tables brought up to date first. */
export function withHub<T>(work: (database: Database) => Promise<T>): Promise<T> {
  return withDatabase(async (database) => {
    await migrate(database, migrations);
    return work(database);
  });
}
