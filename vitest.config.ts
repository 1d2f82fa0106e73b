import { defineConfig } from 'vitest/config';

const everywhere = { environment: 'node', testTimeout: 20_000 } as const;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...everywhere,
          name: 'sqlite',
          include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.ts'],
          exclude: ['src/server/db/mysql/**'],
        },
      },
      {
        // What reads or writes a database, once more on a server.
        test: {
          ...everywhere,
          name: 'mariadb',
          include: ['src/server/**/*.test.ts'],
          exclude: ['src/server/db/sqlite/**', 'src/server/imports/**'],
          globalSetup: 'test/start-mariadb.ts',
          env: { ARMORPOS_TEST_ENGINE: 'mysql' },
        },
      },
    ],
  },
});
