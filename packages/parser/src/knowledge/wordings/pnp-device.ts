/** One device as Get-PnpDevice shows it in a table. Used in the `hits` and `misses` of declarations. */
export const pnpDevice = (kind: 'Camera' | 'AudioEndpoint', status: string): string => {
  const [name, instance] =
    kind === 'Camera'
      ? ['Example Desk Cam', 'USB\\VID_1234&PID_ABCD&MI_00\\6&1&0&0000']
      : ['Microphone (Example Headset)', 'SWD\\MMDEVAPI\\{0.0.1.00000000}.{00000000-0000-4000-8000-000000000001}'];
  return [
    'Status     Class           FriendlyName                       InstanceId',
    '------     -----           ------------                       ----------',
    `${status.padEnd(11)}${kind.padEnd(16)}${name.padEnd(35)}${instance}`,
  ].join('\n');
};

/** What Get-PnpDevice says when there is no device of a class. */
export const noPnpDevice = (kind: 'Camera' | 'AudioEndpoint'): string =>
  `Get-PnpDevice : No matching Win32_PnPEntity objects found by CIM query for instances of the ROOT/cimv2/Win32_PnPEntity \nclass on the  CIM server: SELECT * FROM Win32_PnPEntity  WHERE ((PNPClass LIKE '${kind}')). Verify query parameters and \nretry.`;

/** The same as pnputil shows it, with the lines of its state. */
export const pnputilDevice = (...state: readonly string[]): string =>
  [
    'Instance ID:                USB\\VID_1234&PID_ABCD&MI_00\\6&1&0&0000',
    'Device Description:         Example Desk Cam',
    'Class Name:                 Camera',
    'Class GUID:                 {ca3e7ab9-b4c3-4ae6-8251-579ef933890f}',
    'Manufacturer Name:          Example',
    ...state,
    'Driver Name:                usbvideo.inf',
  ].join('\n');
