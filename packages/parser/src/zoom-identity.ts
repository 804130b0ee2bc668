/** What identifies Zoom in evidence that other programs write. Sources: Zoom's network requirements, Apple and Windows package data. */

/** Hosts of Zoom's web service and meetings. */
export const zoomHost = /(?:^|\.)zoom\.(?:us|com)$/i;
/** The Windows client's program, at the end of a path. */
export const zoomProgram = /(?:^|\\)zoom\.exe$/i;
/** Bundle identifier of the macOS client, as privacy records name it. */
export const zoomBundle = 'us.zoom.xos';
/** Confinement profiles of the packaged Linux client. */
export const zoomProfile = /^(?:snap\.zoom-client\.|us\.zoom\.Zoom|\/opt\/zoom\/)/;

/** Media and signalling ports of the client, outbound: UDP 8801–8810, TCP 8801 and 8802. */
export const mediaPortsUdp = { ports: [[8801, 8810]] } as const;
export const mediaPortsTcp = { ports: [8801, 8802] } as const;
/** STUN ports; Teams and others use them too. */
export const stunPorts = { ports: [3478, 3479] } as const;
