import { type Carry, defineFormat } from '../../define.ts';
import type { Entry } from '../../model.ts';
import { textOf } from '../../reading/entry.ts';
import { lines } from '../../reading/framings/lines.ts';
import { defineHead } from '../../reading/grammar/head.ts';
import { readStamp } from '../../reading/grammar/stamps.ts';
import { clock, gap, isoDate, lastToken, token } from '../../reading/grammar/tokens.ts';
import { beginDeployment, deploymentFields, endOf, isRemoval, nameDeployment, wellOf } from '../wordings/deployment.ts';

const severity = token(/<[A-Z]>/);
const channel = lastToken(/\[[A-Z]{2,5} {0,3}\] ?/);

const head = defineHead({
  begins: /^\d{4}-\d{1,2}-\d{1,2} \d\d:\d\d:\d\d\.\d{3} (?:<[A-Z]> )?\[[A-Z]{2,5} {0,3}\]/,
  tokens: [isoDate, clock, severity, channel, gap],
  reach: 1,
  rule: ({ consume, option, action }) => {
    const date = consume(isoDate);
    consume(gap);
    const time = consume(clock);
    consume(gap, 1);
    const level = option(() => {
      const mark = consume(severity);
      consume(gap, 2);
      return action(() => mark.image.slice(1, -1));
    });
    const component = consume(channel);
    return action(() => ({
      time: readStamp(date.image, time.image),
      level: level ?? null,
      component: component.image.replace(/[[\] ]/g, ''),
    }));
  },
});

/** A package by its identifier; the store has a number for Zoom Workplace. */
const zoomId = /^(?:Zoom\.Zoom|XP99J3KP4XZ4VV)/i;
const named = /(?:\\WinGet\\|\bApp id: |\bManifest id: |\bpackage id: \[?)([\w+-]{1,60}\.[\w.+-]{1,100})/i;
const failed =
  /\b(?:installer|installation|install|uninstaller|uninstall|repair) failed: (-?\d{1,10}|0x[\da-f]{1,8})\b/i;
const succeeded = /Successfully installed|Leaf command succeeded: root:(?:install|upgrade|update)/;

/** What was asked for by name; an upgrade of all packages names none. */
function readArguments(entry: Entry, carry: Carry): void {
  const text = textOf(entry);
  const words = text
    .slice(text.indexOf('rgs: ') + 1)
    .replace(/["']/g, '')
    .split(/\s+/);
  const task = words.find((word) => /^(?:install|add|upgrade|update|uninstall|remove|rm)$/i.test(word));
  if (task === undefined) return;
  const isAll = words.some((word) => /^(?:--all|-r|--recurse)$/i.test(word));
  const zoom = words.find((word) => zoomId.test(word) || /^zoom$/i.test(word));
  beginDeployment(
    carry,
    isAll ? null : zoom === undefined ? 'another' : `Zoom (${zoom})`,
    /^(?:uninstall|remove|rm)$/i.test(task),
  );
}

/** The package that is worked on now. */
function readPackage(entry: Entry, carry: Carry): void {
  const id = named.exec(textOf(entry))?.[1];
  if (id === undefined || /\.(?:log|json|txt)$/i.test(id)) return;
  beginDeployment(carry, zoomId.test(id) ? `Zoom (${id})` : id, isRemoval(carry));
}

export default defineFormat({
  id: 'winget-log',
  title: 'WinGet log',
  framing: lines,
  head,
  os: 'windows',
  names: ['winget-*.log'],
  recognise: { heads: true },
  carries: [
    ...['Command line Args: ', 'invoked with arguments: '].map((has) => ({ has, read: readArguments })),
    ...['\\WinGet\\', 'App id: ', 'Manifest id: ', 'package id: '].map((has) => ({ has, read: readPackage })),
  ],
  derives: deploymentFields,
  derive: (entry, carry) =>
    nameDeployment(entry, carry, endOf(failed.exec(textOf(entry))) ?? wellOf(succeeded.exec(textOf(entry)))),
  samples: [
    {
      text: '2025-05-14 07:08:09.101 [CORE] Command line Args: winget install --id Zoom.Zoom\n2025-05-14 07:08:22.882 [CLI ] ShellExecute installer failed: 1603',
      entry: {
        time: '2025-05-14T07:08:22.882',
        fields: {
          component: 'CLI',
          product: 'zoom',
          task: 'install',
          status: 1603,
          outcome: 'failed',
          reason: 'other',
        },
      },
    },
    {
      text: "2026-01-02 03:04:05.678 <I> [CLI ] Starting: 'C:\\Users\\alice\\AppData\\Local\\Temp\\WinGet\\Zoom.Zoom.6.6.2\\ZoomInstallerFull.msi' with arguments '/quiet'\n2026-01-02 03:04:15.678 <E> [CLI ] ShellExecute installer failed: 1618",
      entry: { level: 'E', fields: { product: 'zoom', status: 1618, reason: 'busy' } },
    },
  ],
});
