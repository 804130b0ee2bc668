/** Media and signalling ports of the client, outbound: UDP 8801–8810, TCP 8801 and 8802. */
export const mediaPortsUdp = { ports: [[8801, 8810]] } as const;
export const mediaPortsTcp = { ports: [8801, 8802] } as const;
/** All ports by which the client reaches Zoom's cloud (KB0060561); 18801 and up are for the local network. */
export const zoomPorts = { ports: [80, 443, 3478, 3479, [8801, 8810]] } as const;
/** STUN ports; Teams and others use them too. */
export const stunPorts = { ports: [3478, 3479] } as const;
