import { startMariaDb } from '../scripts/mariadb.ts';

/** One server for all tests of the run; each test makes databases of its own on it. */
export default async function setup(): Promise<() => Promise<void>> {
  const server = await startMariaDb();
  // Inherited by the processes that the tests run in.
  process.env['ARMORPOS_TEST_DATABASE_URL'] = server.url;
  return () => server.stop();
}
