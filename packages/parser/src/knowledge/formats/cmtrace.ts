import { type Carry, defineFormat } from '../../define.ts';
import type { Entry, Time } from '../../model.ts';
import { textOf, withTime } from '../../reading/entry.ts';
import { lines } from '../../reading/framings/lines.ts';
import { localTime } from '../../reading/time.ts';
import { beginDeployment, deploymentFields, endOf, nameDeployment, runCommand } from '../wordings/deployment.ts';

/** `<time="10:51:21.964+60" date="5-26-2026" …`: writers disagree whether what follows the clock is added or taken off. */
const stamp =
  /<time="(\d{1,2}):(\d\d):(\d\d)(?:[.:](\d{1,7}))?[+-]?\d{0,4}" date="(\d{1,2})-(\d{1,2})-(\d{4})" component="/;

function readTime(text: string): Time | null {
  const [, hour, minute, second, digits = '', month, day, year] = stamp.exec(text) ?? [];
  return year === undefined
    ? null
    : localTime({
        year: Number(year),
        month: Number(month),
        day: Number(day),
        hour: Number(hour),
        minute: Number(minute),
        second: Number(second),
        digits,
      });
}

/** Where a line names the app that is worked on: Intune, then Configuration Manager. */
const app =
  /\b(?:App DT|application) "([^"]{1,120})"|\bname ?= ?"?'([^']{1,120})'|\bname ?= ?"?([^,'"]{1,120}?)"?(?=,|\)[\s\]])|\bwith name ([^\]]{1,120}?)\]LOG\]/i;
const command =
  /\b(?:command ?line: ?|Executing \[|CreateProcess(?:AsUser)?: ?|InstallCommand(?:Line)? ?[:=] ?|UninstallCommand(?:Line)? ?[:=] ?)(.{1,2000})/i;
/** What detects an app returns a number, too. */
const aside = /powershell|detection|requirement|SideCarScript|agentexecutor/i;
const ended = /\b(?:lpExitCode|exit ?code)(?: is)?[:=]? {0,2}["'[(]?(-?\d{1,10}|0x[\da-f]{1,8})\b/i;

function readApp(entry: Entry, carry: Carry): void {
  const text = textOf(entry);
  const match = app.exec(text);
  const name = match?.slice(1).find((group) => group !== undefined);
  if (name !== undefined) beginDeployment(carry, name.trim(), /\bUninstall\b|intent=4\b/i.test(text));
}

function readCommand(entry: Entry, carry: Carry): void {
  const text = textOf(entry);
  const run = command.exec(text)?.[1];
  if (run !== undefined && !aside.test(run)) runCommand(carry, run);
}

export default defineFormat({
  id: 'cmtrace',
  title: 'Log of Intune or Configuration Manager, or of a deployment script, as CMTrace shows it',
  framing: lines,
  os: 'windows',
  names: ['intunemanagementextension*.log', 'appworkload*.log', 'appenforce*.log'],
  recognise: {
    starts: /^<!\[LOG\[|\]LOG\]!><time="\d{1,2}:\d\d:\d\d/m,
    // Another program's log quotes it.
    unless: /^[^\s<][^\n<]{0,200}<!\[LOG\[/m,
  },
  prepare: (entry) => {
    const time = readTime(textOf(entry));
    return time ? withTime(entry, time) : entry;
  },
  carries: [
    ...['App DT "', 'application "', 'name=', 'name =', 'with name '].map((has) => ({ has, read: readApp })),
    ...['command', 'Executing [', 'CreateProcess'].map((has) => ({ has, read: readCommand })),
  ],
  derives: deploymentFields,
  derive: (entry, carry) => {
    const text = textOf(entry);
    return nameDeployment(entry, carry, aside.test(text) ? null : endOf(ended.exec(text)));
  },
  samples: [
    {
      text: '<![LOG[+++ Starting Install enforcement for App DT "Zoom Workplace (64-bit)" ApplicationDeliveryType - ScopeId_1/DeploymentType_1, Revision - 2, ContentPath - C:\\Windows\\ccmcache\\2, Execution Context - System]LOG]!><time="07:08:09.118-120" date="5-14-2025" component="AppEnforce" context="" type="1" thread="4021" file="appprovider.cpp:1702">\n<![LOG[    Executing Command line: "C:\\Windows\\system32\\msiexec.exe" /i "ZoomInstallerFull.msi" /qn with user context]LOG]!><time="07:08:10.118-120" date="5-14-2025" component="AppEnforce" context="" type="1" thread="4021" file="appcontext.cpp:85">\n<![LOG[    Process 4022 terminated with exitcode: 1603]LOG]!><time="07:08:22.882-120" date="5-14-2025" component="AppEnforce" context="" type="1" thread="4021" file="appexcnlib.cpp:80">',
      entry: {
        time: '2025-05-14T07:08:22.882',
        fields: { product: 'zoom', task: 'install', status: 1603, outcome: 'failed', reason: 'other' },
      },
    },
    {
      text: '<![LOG[[Win32App] ExecManager: processing targeted app (name=\'Zoom Workplace\', id=\'00000000-0000-4000-8000-000000000001\') with intent=3]LOG]!><time="07:08:09.1182345" date="5-14-2025" component="AppWorkload" context="" type="1" thread="18" file="">\n<![LOG[[Win32App] lpExitCode -2147023278]LOG]!><time="07:08:22.8821234" date="5-14-2025" component="AppWorkload" context="" type="1" thread="18" file="">',
      entry: { time: '2025-05-14T07:08:22.8821234', fields: { product: 'zoom', status: 1618, reason: 'busy' } },
    },
    {
      text: '<![LOG[[Install] :: Executing ["C:\\Windows\\system32\\msiexec.exe" /i C:\\Windows\\IMECache\\1\\Files\\ZoomInstallerFull.msi /QN]...]LOG]!><time="07:08:09.118+60" date="5-14-2025" component="Start-ADTProcess" context="NT AUTHORITY\\SYSTEM" type="1" thread="18" file="C:\\1.psm1">\n<![LOG[[Install] :: Execution failed with exit code [0x643].]LOG]!><time="07:08:22.882+60" date="5-14-2025" component="Start-ADTProcess" context="NT AUTHORITY\\SYSTEM" type="3" thread="18" file="C:\\1.psm1">',
      entry: { fields: { product: 'zoom', status: 1603 } },
    },
  ],
});
