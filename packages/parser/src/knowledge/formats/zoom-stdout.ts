import { type Carried, defineFormat } from '../../define.ts';
import { remember, textOf } from '../../reading/entry.ts';
import { lines } from '../../reading/framings/lines.ts';
import { nameLaunch, teardown } from '../wordings/launch-outcome.ts';
import { sandboxFails, scriptFails } from '../wordings/launch-script.ts';
import { systemCall } from '../wordings/system-call.ts';
import { zoomLinuxProgram } from '../zoom-identity.ts';

/** Lines that tell how a launch went; they make its chain. All may be glued to other output. */
const links = [
  'ZoomLauncher started',
  'Start subprocess:',
  'Linux Client Version is',
  'error while loading shared libraries',
  'relocation error',
  'X11 connection broke',
  'terminate called',
  'what():',
  'pure virtual method called',
  'status is ',
  'exit code is',
  'handled signal',
  'another zoom instance is running',
  'ZoomLauncher exit',
  'Could not initialize GLX',
  'Failed to create OpenGL context',
  'Failed to create dummy context',
  'Failed to initialize graphics backend',
];

/** So many in a row are a window that closes; so many lines lie between two of them, and before the signal. */
const [teardownErrors, teardownGap] = [4, 3];

/** The launcher's sentences as source code holds them: with places for values, or as strings. */
const writtenDown = String.raw`(?:handled signal: |exit code is |process pid: |Zoom path is: )(?:%[-\d.l]{0,5}[diuszx]|\{\w{0,20}\}|\$\w|<[a-z])|^[ \t]{0,40}(?:L|u8|b|f)?["'\`][^\n]{0,200}?(?:handled signal: \d|exit code is \d|ZoomLauncher (?:started|exit)\.|zoom started\.)[^\n"'\`]{0,80}["'\`][ \t]{0,8}[,;)\]+:}]`;

export default defineFormat({
  id: 'zoom-stdout',
  title: 'Output of the Zoom launcher and client of Linux',
  isZooms: true,
  framing: lines,
  os: 'linux',
  names: ['zoom_stdout_stderr.log*', 'zoom-terminal.log*', 'zoom-transcode.log*'],
  recognise: {
    unless: new RegExp(`${systemCall.source}|${writtenDown}`, 'm'),
    // Lines that only the launcher writes: one of them is enough, be it the last of a log.
    starts: new RegExp(
      `^(?:ZoomLauncher (?:started|exit)\\.|zoom exited normally|run zoom successfully,|Zoom path is: /|Zoom package arch is |Client: Breakpad is using |CreateReportChannel bp_server_fd=|Linux Client Version is \\d|success to create child process,|AppIconMgr::systemDesktopName |Start subprocess: |zoom was exited due to a handled signal|Exit zoom as another zoom instance is running|Something went wrong while running zoom|${zoomLinuxProgram}: (?:error while loading shared libraries|relocation error|symbol lookup error):|${scriptFails}|${sandboxFails})|ZoomLauncher started\\.|\\]ZoomCollabHost started,`,
      'm',
    ),
    marks: [
      'Zoom path is: ',
      'zoom started.',
      'Client: Breakpad is using ',
      'zoom was exited due to a handled signal',
      'ZoomLauncher exit.',
      'CZPClientLogMgr::LogClientEnvironment',
      'Linux Client Version is ',
      'qt.scenegraph.general: ',
      'qrc:/qml/',
      '/opt/zoom/',
      'resip::Connection',
    ],
    atLeast: 2,
  },
  embeds: ['chromium', 'glib', 'qt', 'zoom-client-log'],
  chain: {
    has: links,
    by: (entry, carry) => {
      const launch = carry.open.at(-1);
      return launch !== undefined && links.some((link) => textOf(entry).includes(link)) ? String(launch) : null;
    },
    ends: (entry, carry) => {
      const ended = textOf(entry).includes('ZoomLauncher exit');
      if (ended) carry.open = carry.open.slice(0, -1);
      return ended;
    },
  },
  carries: [
    {
      has: 'TypeError: Cannot ',
      read: (entry, carry) => {
        const { line } = entry.pieces[0]!;
        const [last = 0, count = 0] = (carry.names.get(teardown) ?? '').split(' ').map(Number);
        carry.names.set(teardown, `${line} ${line - last <= teardownGap ? count + 1 : 1}`);
      },
    },
    ...['handled signal', 'exit code is', 'status is '].map(
      (has): Carried => ({
        has,
        read: (entry, carry) => {
          const { line } = entry.pieces[0]!;
          const [last = 0, count = 0] = (carry.names.get(teardown) ?? '').split(' ').map(Number);
          if (line - last <= teardownGap && count >= teardownErrors) carry.names.set(`${teardown} ${line}`, '');
        },
      }),
    ),
    {
      has: 'ZoomLauncher started',
      read: (_entry, carry) => {
        carry.launch++;
        carry.open = [...carry.open, carry.launch].slice(-16);
      },
    },
    {
      has: 'Start subprocess:',
      read: (entry, carry) => {
        const pid = /process pid: (\d+)/.exec(textOf(entry))?.[1];
        if (pid) remember(carry.zoomPids, pid);
      },
    },
    {
      has: 'ZoomCollabHost started',
      read: (entry, carry) => {
        const pid = /\[(\d+):\d+\]ZoomCollabHost started/.exec(textOf(entry))?.[1];
        if (pid) remember(carry.zoomPids, pid);
      },
    },
    {
      has: 'Linux Client Version is ',
      read: (entry, carry) => {
        const version = /Linux Client Version is (\d[\d.]*(?: \(\d[\d.]*\))?)/.exec(textOf(entry))?.[1];
        if (version) remember(carry.zoomVersions, version);
      },
    },
    {
      has: 'LogClientEnvironment',
      read: (entry, carry) => {
        const name = /\[OS: {1,8}([^\]]{1,80}?)(?: x64)?\]/.exec(textOf(entry))?.[1];
        if (name) carry.osVersion = name;
      },
    },
  ],
  derives: ['launch', 'exit', 'signal', 'phase', 'crashed', 'graphics'],
  derive: nameLaunch,
  samples: [
    {
      text: 'zoom started.\nClient: Breakpad is using Client-Server Mode! client fd = 57\nzoom was exited due to a handled signal: 8 \nZoomLauncher exit.',
      entry: { time: null, message: 'ZoomLauncher exit.' },
    },
    {
      text: 'Zoom path is: /opt/zoom/\n[CZPClientLogMgr::LogClientEnvironment] [client: Linux][OS:  Fedora Linux 40 x64]\nLinux Client Version is 6.0.9 (31)\nqt.scenegraph.general: threaded render loop\nqrc:/qml/Example.qml:12: ReferenceError: example is not defined\nresip::Connection      512      512',
      entry: { time: null, message: 'resip::Connection      512      512' },
    },
    {
      text: 'Zoom path is: /opt/zoom\nStart zoom: /opt/zoom/zoom\nzoom was exited due to a handled signal: 6 ',
      entry: { time: null, fields: { signal: 6 } },
    },
    {
      text: '[30551:30560:1104/081530.123456:ERROR:ssl_client_socket_impl.cc(985)] handshake failed; returned -1, SSL error code 1, net_error -100',
      entry: { format: 'chromium', time: '--11-04T08:15:30.123456', level: 'ERROR', fields: { net_error: -100 } },
    },
  ],
});
