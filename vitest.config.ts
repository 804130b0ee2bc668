import { availableParallelism } from 'node:os';
import { defineConfig, type TestUserConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const editor = 'tests/vscode/editor/*.test.ts';
const windows = 'tests/*/windows-*.test.ts';
/** What starts processes, watches files, counts memory or stands in for the console: each in a worker of its own. */
const alone = [
  'tests/cli/*.test.ts',
  'tests/vscode/*.test.ts',
  'tests/house/{gate-thrown,speed}.test.ts',
  'tests/parser/{follow,follow-fixtures,hanging-reads,leaks,reading-queue,special-files,thrift,watch-limit}.test.ts',
];

/** Groups run one after the other: beside a real editor or Wine, whatever waits for a time would wait in vain. */
const group = (name: string, groupOrder: number, include: readonly string[], rest: TestUserConfig = {}) => ({
  extends: true as const,
  test: { name, include: [...include], sequence: { groupOrder }, ...rest },
});

/** Short files that take long: by their size they would begin last, each with a worker for itself and the others idle. */
const long = [
  'extension-classes',
  'extension',
  'hostile-texts',
  'fuzz',
  'hostile',
  'gates',
  'large-sources',
  'generated',
  'watch',
  'output',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = long.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
      return at < 0 ? long.length : at;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

/** Many of the plain tests wait for a file system or a process: one worker more than there are cores keeps those busy. */
const plainWorkers = availableParallelism() + 1;

export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'], externalConditions: ['source'] } },
  test: {
    globalSetup: ['tests/helpers/build-once.ts'],
    setupFiles: ['tests/helpers/seed.ts'],
    sequence: { sequencer: LongestFirst },
    testTimeout: 120_000,
    projects: [
      // All others only compute: files share what a worker has loaded, which is most of the time of a short one.
      group('plain', 0, ['tests/**/*.test.ts'], {
        exclude: [editor, windows, ...alone],
        maxWorkers: plainWorkers,
        isolate: false,
      }),
      group('alone', 0, alone, { exclude: [windows], maxWorkers: plainWorkers }),
      group('editor', 1, [editor]),
      group('windows', 2, [windows]),
    ],
  },
});
