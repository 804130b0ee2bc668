import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'], externalConditions: ['source'] } },
  test: { include: ['tests/**/*.test.ts'], setupFiles: ['tests/helpers/seed.ts'], testTimeout: 120_000 },
});
