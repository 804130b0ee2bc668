/** What identifies Zoom in evidence that other programs write. Sources: Zoom's network requirements, Apple and Windows package data. */

/**
 * True when a file is Zoom's by its own name or by the folder in which Zoom keeps its logs. A folder that somebody named
 * after a Zoom ticket says nothing of what lies in it.
 */
export const isZoomFile = (path: string): boolean =>
  /(?:^|[\\/])[^\\/]*zoom[^\\/]*$/i.test(path) ||
  /[\\/](?:\.zoom|Zoom|zoom\.us)[\\/](?:logs|data|crashlog)?[^\\/]*$/.test(path);

/** Hosts of Zoom's web service and meetings. */
export const zoomHost = /(?:^|\.)zoom\.(?:us|com)$/i;
/** The Windows client's program, at the end of a path. */
export const zoomProgram = /(?:^|\\)(?:zoom|zoomwebviewhost|zwebview2agent)\.exe$/i;
/** Bundle identifier of the macOS client, as privacy records name it. */
export const zoomBundle = 'us.zoom.xos';
/** Reasons of a macOS privacy answer that the user can change; 6, 7 and 12 are policies of device management. */
export const notManaged = /^(?!6$|7$|12$)\d+$/;
/** Confinement profiles of the packaged Linux client. */
export const zoomProfile = /^(?:snap\.zoom-client\.|us\.zoom\.Zoom|\/opt\/zoom\/)/;

/** Media and signalling ports of the client, outbound: UDP 8801–8810, TCP 8801 and 8802. */
export const mediaPortsUdp = { ports: [[8801, 8810]] } as const;
export const mediaPortsTcp = { ports: [8801, 8802] } as const;
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
