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
        },
      },
      {
        // What reads or writes a database, once more on a server.
        test: {
          ...everywhere,
          name: 'mariadb',
          include: ['src/server/**/*.test.ts'],
          globalSetup: 'test/start-mariadb.ts',
          env: { ARMORPOS_TEST_ENGINE: 'mysql' },
        },
      },
    ],
  },
});
