/** Packs the built extension into one .vsix; returns its path. Run by `npm run package`, and by the tests in a real editor. */
import { copyFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createVSIX } from '@vscode/vsce';

const root = join(import.meta.dirname, '../..');
const extension = join(root, 'packages/vscode');
/** Bytes; what is larger does not install in a moment. */
const mostBytes = 1_000_000;

/** Throws when the package has become too large. */
export async function packageExtension(packagePath: string): Promise<string> {
  // Only what lies in the package's own folder is packed.
  const borrowed = ['LICENSE', 'CHANGELOG.md'];
  for (const file of borrowed) copyFileSync(join(root, file), join(extension, file));
  try {
    await createVSIX({
      cwd: extension,
      packagePath,
      dependencies: false,
      allowMissingRepository: true,
      rewriteRelativeLinks: false,
    });
  } finally {
    for (const file of borrowed) rmSync(join(extension, file));
  }
  const { size } = statSync(packagePath);
  if (size > mostBytes) throw new Error(`${packagePath}: ${size} bytes, more than ${mostBytes}`);
  return packagePath;
}
