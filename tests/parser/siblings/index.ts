import appleCrashReport from './apple-crash-report.ts';
import browserConsole from './browser-console.ts';
import browserLog from './browser-log.ts';
import browserPage from './browser-page.ts';
import certificateHost from './certificate-host.ts';
import clockProof from './clock-proof.ts';
import clockRead from './clock-read.ts';
import collectOutput from './collect-output.ts';
import collectorLayout from './collector-layout.ts';
import consoleProbe from './console-probe.ts';
import crashAtQuit from './crash-at-quit.ts';
import deviceBesideCode from './device-beside-code.ts';
import deviceClass from './device-class.ts';
import dialogText from './dialog-text.ts';
import disabledDevice from './disabled-device.ts';
import dnsHost from './dns-host.ts';
import dnsTools from './dns-tools.ts';
import documents from './document.ts';
import dualStack from './dual-stack.ts';
import embeddedBrowser from './embedded-browser.ts';
import eventDress from './event-dress.ts';
import eventExports from './event-exports.ts';
import eventTimeline from './event-timeline.ts';
import foreignProcess from './foreign-process.ts';
import har from './har.ts';
import hostsFile from './hosts-file.ts';
import houseClock from './house-clock.ts';
import installExcerpt from './install-excerpt.ts';
import lanDestination from './lan-destination.ts';
import launcherFailure from './launcher-failure.ts';
import launcherTail from './launcher-tail.ts';
import linuxAudit from './linux-audit.ts';
import linuxCrashRecord from './linux-crash-record.ts';
import localisedJournal from './localised-journal.ts';
import macDevice from './mac-device.ts';
import macDeviceList from './mac-device-list.ts';
import macInstallLog from './mac-install-log.ts';
import macNetwork from './mac-network.ts';
import macOutput from './mac-output.ts';
import macRequest from './mac-request.ts';
import mendedLater from './mended-later.ts';
import multiLineRecord from './multi-line-record.ts';
import namesakeProgram from './namesake-program.ts';
import netlogStatus from './netlog-status.ts';
import oldRecord from './old-record.ts';
import oneProduct from './one-product.ts';
import otherFiles from './other-files.ts';
import otherProfile from './other-profile.ts';
import ownClientLog from './own-client-log.ts';
import packetVerdict from './packet-verdict.ts';
import portalPipewire from './portal-pipewire.ts';
import privacyOwner from './privacy-owner.ts';
import probeAnswer from './probe-answer.ts';
import probeScope from './probe-scope.ts';
import proxiedNames from './proxied-names.ts';
import requestSubject from './request-subject.ts';
import retold from './retold.ts';
import sandboxNoise from './sandbox-noise.ts';
import sdkWrapper from './sdk-wrapper.ts';
import sharedPorts from './shared-ports.ts';
import type { Sibling } from './sibling.ts';
import tccStore from './tcc-store.ts';
import tlsInspection from './tls-inspection.ts';
import transcripts from './transcript.ts';
import twoHosts from './two-hosts.ts';
import unifiedLogStyle from './unified-log-style.ts';
import webRetry from './web-retry.ts';
import windowsLists from './windows-lists.ts';
import windowsPolicy from './windows-policy.ts';
import windowsRoutes from './windows-routes.ts';
import zoomFolder from './zoom-folder.ts';
import zoomWord from './zoom-word.ts';

/** Five incidents of each kind. */
export const siblings: Readonly<Record<string, readonly Sibling[]>> = {
  'apple-crash-report': appleCrashReport,
  'browser-console': browserConsole,
  'browser-log': browserLog,
  'browser-page': browserPage,
  'certificate-host': certificateHost,
  'clock-proof': clockProof,
  'collect-output': collectOutput,
  'collector-layout': collectorLayout,
  'clock-read': clockRead,
  'console-probe': consoleProbe,
  'crash-at-quit': crashAtQuit,
  'device-beside-code': deviceBesideCode,
  'device-class': deviceClass,
  'dialog-text': dialogText,
  'dns-host': dnsHost,
  'dns-tools': dnsTools,
  document: documents,
  'dual-stack': dualStack,
  'embedded-browser': embeddedBrowser,
  'event-dress': eventDress,
  'event-timeline': eventTimeline,
  'event-exports': eventExports,
  'foreign-process': foreignProcess,
  har,
  'hosts-file': hostsFile,
  'install-excerpt': installExcerpt,
  'lan-destination': lanDestination,
  'launcher-failure': launcherFailure,
  'launcher-tail': launcherTail,
  'linux-audit': linuxAudit,
  'linux-crash-record': linuxCrashRecord,
  'localised-journal': localisedJournal,
  'mac-device': macDevice,
  'mac-network': macNetwork,
  'mac-output': macOutput,
  'mac-request': macRequest,
  'mac-device-list': macDeviceList,
  'mac-install-log': macInstallLog,
  'mended-later': mendedLater,
  'multi-line-record': multiLineRecord,
  'namesake-program': namesakeProgram,
  'netlog-status': netlogStatus,
  'old-record': oldRecord,
  'other-profile': otherProfile,
  'own-client-log': ownClientLog,
  'packet-verdict': packetVerdict,
  'portal-pipewire': portalPipewire,
  'privacy-owner': privacyOwner,
  'probe-answer': probeAnswer,
  'probe-scope': probeScope,
  'proxied-names': proxiedNames,
  'sandbox-noise': sandboxNoise,
  'sdk-wrapper': sdkWrapper,
  'shared-ports': sharedPorts,
  'tcc-store': tccStore,
  transcript: transcripts,
  'tls-inspection': tlsInspection,
  'two-hosts': twoHosts,
  'unified-log-style': unifiedLogStyle,
  'web-retry': webRetry,
  'disabled-device': disabledDevice,
  'house-clock': houseClock,
  'one-product': oneProduct,
  'other-files': otherFiles,
  'request-subject': requestSubject,
  retold: retold,
  'windows-lists': windowsLists,
  'windows-policy': windowsPolicy,
  'windows-routes': windowsRoutes,
  'zoom-folder': zoomFolder,
  'zoom-word': zoomWord,
};
