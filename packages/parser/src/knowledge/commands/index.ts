import type { FailureClass, Os } from '../../model.ts';
import { linux } from './linux.ts';
import { macos } from './macos.ts';
import type { Probe } from './probe.ts';
import { windows } from './windows.ts';

export type { Probe } from './probe.ts';

/** What would settle a class on a system. One command may serve several classes. */
export interface CollectCommand extends Probe {
  readonly class: FailureClass;
  readonly os: Os;
}

/** The probes that would settle a class, the most informative first. */
const deciding: Readonly<Record<FailureClass, Readonly<Record<Os, readonly Probe[]>>>> = {
  firewall: {
    windows: [windows.reach, windows.drops, windows.security, windows.rules, windows.sockets],
    macos: [macos.curl, macos.log],
    linux: [linux.kernel, linux.curl],
  },
  proxy: {
    windows: [windows.internetSettings, windows.winhttp, windows.curl],
    macos: [macos.proxy, macos.curl],
    linux: [linux.proxy, linux.curl],
  },
  'tls-clock': {
    windows: [windows.offset, windows.timeStatus, windows.systemEvents, windows.curl],
    macos: [macos.offset, macos.log, macos.curl],
    linux: [linux.offset, linux.timeState, linux.curl],
  },
  'device-usb': {
    windows: [windows.dxdiag, windows.deviceEvents, windows.systemEvents, windows.setupapi],
    macos: [macos.devices, macos.log],
    linux: [linux.kernel, linux.usb, linux.cameras, linux.microphones],
  },
  permissions: {
    windows: [windows.userCamera, windows.userMicrophone, windows.deviceCamera, windows.deviceMicrophone],
    macos: [macos.log],
    linux: [linux.kernel, linux.desktop, linux.snap, linux.flatpak],
  },
  network: {
    windows: [windows.addresses, windows.names, windows.systemEvents, windows.system],
    macos: [macos.interfaces, macos.resolve, macos.names, macos.curl],
    linux: [linux.routes, linux.names, linux.curl],
  },
  service: { windows: [windows.curl], macos: [macos.curl], linux: [linux.curl] },
  account: { windows: [windows.logs], macos: [macos.logs], linux: [linux.logs] },
  install: {
    windows: [windows.installer, windows.msi, windows.applicationEvents],
    macos: [macos.zoomInstall, macos.install],
    linux: [linux.logs, linux.libraries],
  },
  crash: {
    windows: [windows.applicationEvents, windows.logs],
    macos: [macos.crashes],
    linux: [linux.logs, linux.crashes, linux.kernel],
  },
};

/** Every class on every system, in the order of `deciding`. */
export const collectCommands: readonly CollectCommand[] = Object.entries(deciding).flatMap(([name, systems]) =>
  Object.entries(systems).flatMap(([os, probes]) =>
    probes.map((one) => ({ class: name as FailureClass, os: os as Os, ...one })),
  ),
);

/** The same, each once: what a collector asks a machine of that system. */
export const probesOf = (os: Os): readonly Probe[] => [
  ...new Map(collectCommands.filter((one) => one.os === os).map((one) => [one.collect, one])).values(),
];
