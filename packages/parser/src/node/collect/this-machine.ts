/** What this machine says of itself, without asking anyone. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { hostname, release, userInfo, version } from 'node:os';
import type { Collection } from '../../knowledge/commands/collection.ts';

export async function thisMachine(
  platform: NodeJS.Platform,
): Promise<Pick<Collection, 'host' | 'osVersion' | 'timezone' | 'user' | 'elevated'>> {
  return {
    host: hostname(),
    osVersion: await versionOf(platform),
    timezone: new Intl.DateTimeFormat('en').resolvedOptions().timeZone ?? null,
    user: userName(),
    elevated: platform === 'win32' ? await isElevated() : process.getuid?.() === 0,
  };
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // An account without an entry, as in a container.
    return String(process.getuid?.() ?? 'unknown');
  }
}

async function versionOf(platform: NodeJS.Platform): Promise<string | null> {
  if (platform === 'win32') return `${version()} ${release()}`;
  const [path, pattern, name] =
    platform === 'darwin'
      ? ([
          '/System/Library/CoreServices/SystemVersion.plist',
          /ProductVersion<\/key>\s{0,20}<string>([^<]{1,40})/,
          'macOS ',
        ] as const)
      : (['/etc/os-release', /^PRETTY_NAME="?([^"\n]{1,100})/m, ''] as const);
  try {
    const told = pattern.exec(await readFile(path, 'utf8'))?.[1];
    return told === undefined ? null : name + told;
  } catch {
    return null;
  }
}

/** High and System integrity: https://learn.microsoft.com/windows/win32/secauthz/well-known-sids */
const isElevated = (): Promise<boolean> =>
  new Promise((resolve) => {
    execFile('whoami', ['/groups', '/fo', 'csv'], { windowsHide: true, timeout: 10_000 }, (_, told) =>
      resolve(/S-1-16-(?:12288|16384)\b/.test(told)),
    );
  });
