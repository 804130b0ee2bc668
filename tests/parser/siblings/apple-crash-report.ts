import { type Sibling, unproved } from './sibling.ts';

interface Told {
  readonly name: string;
  readonly id: string;
  readonly path: string;
  readonly more?: Readonly<Record<string, unknown>>;
}

const header = ({ name, id }: Told): string =>
  JSON.stringify({
    app_name: name,
    timestamp: '2026-04-22 14:03:11.00 +0900',
    app_version: '6.6.11 (62000)',
    slice_uuid: '00000000-0000-3000-8000-000000000001',
    build_version: '6.6.11.62000',
    platform: 1,
    bundleID: id,
    share_with_app_devs: 0,
    is_first_party: 0,
    bug_type: '309',
    os_version: 'macOS 15.4 (24E248)',
    roots_installed: 0,
    name,
    incident_id: '00000000-0000-4000-8000-000000000002',
  });

/** As macOS writes it: a line for each key, arrays in one. */
const body = ({ name, id, path, more = {} }: Told): string =>
  `{\n${Object.entries({
    uptime: 61000,
    procRole: 'Foreground',
    version: 2,
    userID: 501,
    modelCode: 'Mac15,3',
    captureTime: '2026-04-22 14:03:10.5120 +0900',
    procName: name,
    procPath: path,
    bundleInfo: { CFBundleShortVersionString: '6.6.11', CFBundleVersion: '6.6.11.62000', CFBundleIdentifier: id },
    exception: { codes: '0x0000000000000001, 0x0000000000000018', type: 'EXC_BAD_ACCESS', signal: 'SIGSEGV' },
    termination: { flags: 0, code: 11, namespace: 'SIGNAL', indicator: 'Segmentation fault: 11' },
    ...more,
  })
    .map(([key, value]) => `  "${key}" : ${JSON.stringify(value).replaceAll('/', '\\/')}`)
    .join(',\n')}\n}\n`;

const zoom: Told = { name: 'zoom.us', id: 'us.zoom.xos', path: '/Applications/zoom.us.app/Contents/MacOS/zoom.us' };
const plugin = '/Library/Audio/Plug-Ins/HAL/ExampleSound.driver/Contents/MacOS/ExampleSound';
const frames = {
  faultingThread: 1,
  threads: [
    {
      id: 9001,
      queue: 'com.apple.main-thread',
      frames: [{ imageOffset: 51200, symbol: 'mach_msg2_trap', imageIndex: 0 }],
    },
    {
      triggered: true,
      id: 9044,
      name: 'caulk.messenger.shared:17',
      frames: [
        { imageOffset: 18732, imageIndex: 1 },
        { imageOffset: 7120, symbol: 'thread_start', symbolLocation: 8, imageIndex: 0 },
      ],
    },
  ],
  usedImages: [
    { source: 'P', arch: 'arm64e', path: '/usr/lib/system/libsystem_kernel.dylib', name: 'libsystem_kernel.dylib' },
    { source: 'P', arch: 'arm64', path: plugin, name: 'ExampleSound', CFBundleIdentifier: 'com.example.sound' },
  ],
};

export default [
  {
    title: 'macOS 15: the client crashed in the driver of a sound program',
    evidence: { 'zoom.us-2026-04-22-140311.ips': `${header(zoom)}\n${body({ ...zoom, more: frames })}` },
    top: { class: 'crash', confidence: 'high' },
    verdicts: { crash: 'confirmed' },
    exit: 1,
  },
  {
    title: 'macOS 15: the report of the part that shares the screen, cut in the middle of its threads',
    evidence: {
      'report.txt': `${header({ ...zoom, name: 'CptHost', id: 'us.zoom.CptHost' })}\n${body({
        name: 'CptHost',
        id: 'us.zoom.CptHost',
        path: '/Applications/zoom.us.app/Contents/Frameworks/CptHost.app/Contents/MacOS/CptHost',
        more: frames,
      }).slice(0, 900)}`,
    },
    top: { class: 'crash' },
    verdicts: { crash: ['confirmed', 'suspected'] },
    exit: [0, 1],
  },
  {
    title: 'as Console shows it: a library of the app is gone, so it does not start',
    evidence: {
      'crash.txt':
        '-------------------------------------\nTranslated Report (Full Report Below)\n-------------------------------------\n\nProcess:               zoom.us [3310]\nPath:                  /Users/USER/Applications/zoom.us.app/Contents/MacOS/zoom.us\nIdentifier:            us.zoom.xos\nVersion:               6.2.0 (40000)\nCode Type:             ARM-64 (Native)\nParent Process:        launchd [1]\nUser ID:               502\n\nDate/Time:             2025-01-09 08:00:44.2110 -0300\nOS Version:            macOS 14.7.1 (23H222)\nReport Version:        12\n\nCrashed Thread:        0\n\nException Type:        EXC_CRASH (SIGABRT)\nException Codes:       0x0000000000000000, 0x0000000000000000\n\nTermination Reason:    Namespace DYLD, Code 1 Library missing\nLibrary not loaded: @rpath/zVideoUI.framework/Versions/A/zVideoUI\nReferenced from: <00000000-0000-3000-8000-000000000003> /Users/USER/Applications/zoom.us.app/Contents/MacOS/zoom.us\nReason: tried: /Users/USER/Applications/zoom.us.app/Contents/Frameworks/zVideoUI.framework/Versions/A/zVideoUI (no such file)\n(terminated at launch; ignore backtrace)\n\nThread 0 Crashed:\n0   dyld                          \t       0x18a0f5a3c __abort_with_payload + 8\n',
    },
    top: { class: 'install' },
    verdicts: { install: ['confirmed', 'suspected'], crash: unproved },
    exit: 1,
  },
  {
    title: 'a player of text adventures called Zoom, which a link in the client had opened',
    evidence: {
      'Zoom-2026-04-22-151515.ips': `${header({ ...zoom, name: 'Zoom', id: 'uk.example.zoom' })}\n${body({
        name: 'Zoom',
        id: 'uk.example.zoom',
        path: '/Applications/Zoom.app/Contents/MacOS/Zoom',
        more: { parentProc: 'launchd', responsibleProc: 'zoom.us', coalitionName: 'us.zoom.xos', ...frames },
      })}`,
    },
    top: null,
    verdicts: { crash: unproved },
    exit: [0, 3],
  },
  {
    title: 'the client used much of the processor, and was made to write a report while it ran',
    evidence: {
      'zoom.us_2021-02-03-040506_studio.cpu_resource.diag':
        'Date/Time:        2021-02-03 04:05:06.100 +0000\nEnd time:         2021-02-03 04:07:36.900 +0000\nOS Version:       Mac OS X 10.15.7 (Build 19H15)\nArchitecture:     x86_64h\nReport Version:   29\n\nCommand:          zoom.us\nPath:             /Applications/zoom.us.app/Contents/MacOS/zoom.us\nIdentifier:       us.zoom.xos\nVersion:          5.4.9 (59931.0110)\nParent:           launchd [1]\nPID:              4100\n\nEvent:            cpu usage\nAction taken:     none\nCPU:              90 seconds cpu time over 150 seconds (60% cpu average), exceeding limit of 50% cpu over 180 seconds\n',
      'zoom.us_2021-02-03-050607_studio.crash':
        'Process:               zoom.us [4100]\nPath:                  /Applications/zoom.us.app/Contents/MacOS/zoom.us\nIdentifier:            us.zoom.xos\nVersion:               5.4.9 (59931.0110)\n\nDate/Time:             2021-02-03 05:06:07.000 +0000\nOS Version:            Mac OS X 10.15.7 (19H15)\nReport Version:        12\n\nException Type:        EXC_GUARD (SIGABRT)\nException Codes:       GUARD_TYPE_MACH_PORT\nException Note:        SIMULATED (this is NOT a crash)\n\nThread 0:: Dispatch queue: com.apple.main-thread\n0   libsystem_kernel.dylib        \t0x00007fff6bfae882 __psynch_cvwait + 10\n',
    },
    top: null,
    exit: [0, 3],
  },
] satisfies readonly Sibling[];
