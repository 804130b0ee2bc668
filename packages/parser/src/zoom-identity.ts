import type { Pattern } from './define.ts';

/** What identifies Zoom in evidence that other programs write. Sources: Zoom's network requirements, Apple and Windows package data. */

/**
 * True when a file is Zoom's by its own name or by the folder in which Zoom keeps its logs. A folder that somebody named
 * after a Zoom ticket says nothing of what lies in it; neither do names of other makers (ZoomText, ZoomFX, ZoomIt).
 */
export const isZoomFile = (path: string): boolean =>
  /(?:^|[\\/])[^\\/]*zoom(?!text|fx|it\b)[^\\/]*$/i.test(path) ||
  /[\\/](?:\.zoom|Zoom|zoom\.us)[\\/](?:logs|data|crashlog)?[^\\/]*$/.test(path);

/** Hosts of Zoom's web service and meetings. */
export const zoomHost = /(?:^|\.)zoom\.(?:us|com)$/i;
/** The Windows client's program, at the end of a path. */
export const zoomProgram = /(?:^|\\)(?:zoom|zoomwebviewhost|zwebview2agent)\.exe$/i;
/** The same where Windows may leave the ending out: the process that an event of Schannel names. */
export const zoomProcess = /^(?:.*\\)?(?:zoom|zoomwebviewhost|zwebview2agent)(?:\.exe)?$/i;
/** Bundle identifier of the macOS client, as privacy records name it. */
export const zoomBundle = 'us.zoom.xos';
/** Reasons of a macOS privacy answer that the user can change; 6, 7 and 12 are policies of device management. */
export const notManaged = /^(?!6$|7$|12$)\d+$/;
/** Confinement profiles of the packaged Linux client. */
export const zoomProfile = /^(?:snap\.zoom-client\.|us\.zoom\.Zoom|\/opt\/zoom\/)/;

/** Media and signalling ports of the client, outbound: UDP 8801–8810, TCP 8801 and 8802. */
export const mediaPortsUdp = { ports: [[8801, 8810]] } as const;
export const mediaPortsTcp = { ports: [8801, 8802] } as const;
/** All ports by which the client reaches Zoom's cloud (KB0060561); 18801 and up are for the local network. */
export const zoomPorts = { ports: [80, 443, 3478, 3479, [8801, 8810]] } as const;
/** A destination beyond this machine: loopback, multicast, broadcast and link-local are dropped in everyday life. */
export const remoteAddress =
  /^(?!127\.|0\.|22[4-9]\.|23\d\.|255\.|169\.254\.|::1$|0:0:0:0:0:0:0:1$|ff[0-9a-f]{2}:|fe80:)[\da-f.:]+$/i;

/**
 * A packet that netfilter logged on its way out and did not let pass. Prefixes are free text: only words for a block count
 * (`[UFW AUDIT]` comes with every packet); no interface in, one out.
 */
export const outboundDrop = /(?:BLOCK|DROP|REJECT|DENY)[^=]{0,40}IN= OUT=\S.{0,400}?\bDPT=\d+/i;
/** STUN ports; Teams and others use them too. */
export const stunPorts = { ports: [3478, 3479] } as const;

/** A product of Zoom's by its name in Windows Installer, as the source of an expression. `ZOOM` is a maker of audio gear. */
export const zoomProduct = String.raw`Zoom(?= ?(?:$|[\n\r(.,"']|--|Workplace|Meetings?|Rooms?|Outlook|Plug-?in|Client|VDI|Phone|for |\d))`;
/** A package of Zoom's by its file name, as the source of an expression. */
export const zoomPackage = String.raw`Zoom(?:(?:Installer|Rooms|Outlook|Workplace|Meetings?|Lync|VDI|Media|[\d._-])[\w.-]{0,60})?\.msi\b`;
/** A host with a domain that is none of Zoom's. */
export const foreignHost =
  /^(?!(?:[\w-]{1,63}\.){0,8}zoom\.(?:us|com)$)(?!.*\.(?:local|lan|internal|corp|home|arpa)$)[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}$/i;
/** An address out in the internet: not of this machine, nor of a private network. */
export const publicAddress =
  /^(?!0\.|10\.|127\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.|192\.168\.|22[4-9]\.|2[3-5]\d\.|::|f[cdef]|0:)[\da-f.:]+$/i;

/**
 * A test of a port of Zoom's web service that did not open although the name had resolved. Its web hosts serve no other
 * port: a media port that is closed there is as it should be.
 */
export const closedProbe: Pattern = {
  has: 'TcpTestSucceeded',
  fields: {
    tcptestsucceeded: ['False'],
    computername: zoomHost,
    remoteaddress: publicAddress,
    remoteport: [80, 443],
  },
  layout: 'documented',
};
