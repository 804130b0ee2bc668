/**
 * Every fix step zoomlog knows, by class in the order of `failureClasses`. Within a class, checks come first, then
 * reversible changes, then last resorts.
 *
 * Commands are for PowerShell on Windows and for a POSIX shell elsewhere; https: and chrome: addresses are to be opened.
 * `<…>` marks what the person must put in, and the title says so.
 * An elevated command names no per-user folder, because elevation may change the user.
 * A title begins with the imperative; reasons, conditions and consequences follow in brackets.
 */
import type { Fix } from '../../define.ts';
import { type FailureClass, failureClasses } from '../../model.ts';
import account from './account.ts';
import crash from './crash.ts';
import device from './device-usb.ts';
import firewall from './firewall.ts';
import install from './install.ts';
import network from './network.ts';
import permissions from './permissions.ts';
import proxy from './proxy.ts';
import service from './service.ts';
import tls from './tls-clock.ts';

const byClass: Readonly<Record<FailureClass, readonly Fix[]>> = {
  firewall,
  proxy,
  'tls-clock': tls,
  'device-usb': device,
  permissions,
  network,
  service,
  account,
  install,
  crash,
};

export const allFixes: readonly Fix[] = failureClasses.flatMap((name) => byClass[name]);

const byId = new Map(allFixes.map((fix) => [fix.id, fix]));

/** The fix of that id, or null. */
export const fixById = (id: string): Fix | null => byId.get(id) ?? null;

/** The fixes of a class, in the order in which they are to be tried. */
export const fixesOf = (name: FailureClass): readonly Fix[] => byClass[name];
