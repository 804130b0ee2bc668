/**
 * `npm run windows`: installs the Windows that the product is tested on (find-windows.ts): Windows' own Node,
 * from the npm registry, and a folder of drives for Wine; 800 MB. With `-- --system`, as root, also Wine itself.
 */
import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findWine, partsIn, windowsFolder, windowsNode, wineEnvironment } from './find-windows.ts';
import { isInstalled, markInstalled } from './installation.ts';
import { clear, Refusal, run, runInstaller } from './installing.ts';

const folder = windowsFolder();

runInstaller({
  name: 'Windows for tests',
  script: 'windows',
  folder,
  packages: () => (findWine() === null ? ['wine', 'wine64'] : []),
  isInstalled: () => isInstalled(folder, windowsNode),
  install,
});

function install(): void {
  const wine = findWine();
  if (wine === null)
    throw new Refusal('Wine was installed, but its 64-bit loader was not found: name it by ZOOMLOG_WINE.');
  const { node, prefix } = partsIn(folder);
  clear(folder, 'zoomlog: Windows for tests');

  // npm refuses the package as a dependency on any other system; packing it downloads and checks the same bytes.
  const [packed] = JSON.parse(run('npm', ['pack', windowsNode.package, '--json'], { cwd: folder, env: process.env }));
  if (packed.integrity !== windowsNode.integrity)
    throw new Refusal(`${windowsNode.package} is not the one that was pinned: ${packed.integrity}`);
  run('tar', ['-xzf', packed.filename], { cwd: folder, env: process.env });
  copyFileSync(join(folder, 'package/bin/node.exe'), node);
  for (const name of [packed.filename, 'package']) rmSync(join(folder, name), { recursive: true });

  const env = wineEnvironment(prefix);
  run(wine, ['wineboot', '-i'], { env });
  // Node refuses what looks older.
  run(wine, ['winecfg', '-v', 'win10'], { env });
  run(wine, [node, '-e', '0'], { env });
  markInstalled(folder, windowsNode);
}
