import { defineConfig } from 'vitest/config';

const editor = 'tests/vscode/editor/*.test.ts';
const windows = 'tests/*/windows-*.test.ts';

/** Groups run one after the other: beside a real editor or Wine, whatever waits for a time would wait in vain. */
const group = (name: string, groupOrder: number, include: readonly string[], exclude: readonly string[] = []) => ({
  extends: true as const,
  test: { name, include: [...include], exclude: [...exclude], sequence: { groupOrder } },
});

export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'], externalConditions: ['source'] } },
  test: {
    setupFiles: ['tests/helpers/seed.ts'],
    testTimeout: 120_000,
    projects: [
      group('plain', 0, ['tests/**/*.test.ts'], [editor, windows]),
      group('editor', 1, [editor]),
      group('windows', 2, [windows]),
    ],
  },
});
