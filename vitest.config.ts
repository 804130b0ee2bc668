import { availableParallelism } from 'node:os';
import { defineConfig, type TestUserConfig } from 'vitest/config';

const editor = 'tests/vscode/editor/*.test.ts';
const windows = 'tests/*/windows-*.test.ts';

/** Groups run one after the other: beside a real editor or Wine, whatever waits for a time would wait in vain. */
const group = (name: string, groupOrder: number, include: readonly string[], rest: TestUserConfig = {}) => ({
  extends: true as const,
  test: { name, include: [...include], sequence: { groupOrder }, ...rest },
});

/** Many of the plain tests wait for a file system or a process: one worker more than there are cores keeps those busy. */
const plainWorkers = availableParallelism() + 1;

export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'], externalConditions: ['source'] } },
  test: {
    globalSetup: ['tests/helpers/build-once.ts'],
    setupFiles: ['tests/helpers/seed.ts'],
    testTimeout: 120_000,
    projects: [
      group('plain', 0, ['tests/**/*.test.ts'], { exclude: [editor, windows], maxWorkers: plainWorkers }),
      group('editor', 1, [editor]),
      group('windows', 2, [windows]),
    ],
  },
});
