import type { Sibling } from './sibling.ts';

export default [
  {
    title: 'Windows, netsh wfp: zoom.exe is dropped where connections are accepted, which is written as outbound, too',
    evidence: {
      'netevents.xml':
        '<?xml version="1.0"?>\n<netEvents numItems="1">\n\t<item>\n\t\t<header>\n\t\t\t<timeStamp>2026-04-02T07:14:40.118Z</timeStamp>\n\t\t\t<ipProtocol>17</ipProtocol>\n\t\t\t<localAddrV4>192.0.2.40</localAddrV4>\n\t\t\t<remoteAddrV4>198.51.100.40</remoteAddrV4>\n\t\t\t<localPort>50001</localPort>\n\t\t\t<remotePort>8801</remotePort>\n\t\t\t<appId>\n\t\t\t\t<asString>\\.d.e.v.i.c.e.\\.h.a.r.d.d.i.s.k.v.o.l.u.m.e.3.\\.p.r.o.g.r.a.m. .f.i.l.e.s.\\.z.o.o.m.\\.b.i.n.\\.z.o.o.m...e.x.e...</asString>\n\t\t\t</appId>\n\t\t</header>\n\t\t<type>FWPM_NET_EVENT_TYPE_CLASSIFY_DROP</type>\n\t\t<classifyDrop>\n\t\t\t<filterId>66241</filterId>\n\t\t\t<layerId>44</layerId>\n\t\t\t<msFwpDirection>MS_FWP_DIRECTION_OUT</msFwpDirection>\n\t\t\t<isLoopback>false</isLoopback>\n\t\t</classifyDrop>\n\t</item>\n</netEvents>\n',
    },
    top: null,
    exit: [0, 3],
  },
  {
    title: 'Windows, pnputil: the webcam could not start (10), the sound of a display has a problem beside it',
    evidence: {
      'geraete.txt':
        'Microsoft PnP Utility\n\nInstance ID:                HDAUDIO\\FUNC_01&VEN_10DE&DEV_0001\\5&1&0&0001\nDevice Description:         NVIDIA High Definition Audio\nClass Name:                 MEDIA\nClass GUID:                 {4d36e96c-e325-11ce-bfc1-08002be10318}\nManufacturer Name:          NVIDIA\nStatus:                     Problem\nProblem Code:               10 (0x0A) [CM_PROB_FAILED_START]\nDriver Name:                oem12.inf\n\nInstance ID:                USB\\VID_1234&PID_ABCD&MI_00\\6&1&0&0000\nDevice Description:         Example Desk Cam\nClass Name:                 Camera\nClass GUID:                 {ca3e7ab9-b4c3-4ae6-8251-579ef933890f}\nManufacturer Name:          Example\nStatus:                     Problem\nProblem Code:               10 (0x0A) [CM_PROB_FAILED_START]\nDriver Name:                usbvideo.inf\n',
    },
    top: { class: 'device-usb' },
    exit: 1,
  },
  {
    title: 'Windows, pnputil: the webcam started, an old one is disconnected',
    evidence: {
      'devices.txt':
        'Instance ID:                USB\\VID_1234&PID_ABCD&MI_00\\6&1&0&0000\nDevice Description:         Example Desk Cam\nClass Name:                 Camera\nClass GUID:                 {ca3e7ab9-b4c3-4ae6-8251-579ef933890f}\nManufacturer Name:          Example\nStatus:                     Started\nDriver Name:                usbvideo.inf\n\nInstance ID:                USB\\VID_1234&PID_ABCE&MI_00\\6&1&0&0001\nDevice Description:         Example Old Cam\nClass Name:                 Camera\nClass GUID:                 {ca3e7ab9-b4c3-4ae6-8251-579ef933890f}\nManufacturer Name:          Example\nStatus:                     Disconnected\nDriver Name:                usbvideo.inf\n',
    },
    top: null,
    exit: 0,
  },
  {
    title: 'Windows, netsh wfp: a block filter drops zoom.exe where connections are made',
    evidence: {
      'netevents.xml':
        '<?xml version="1.0"?>\n<netEvents numItems="1">\n\t<item>\n\t\t<header>\n\t\t\t<timeStamp>2026-04-02T07:14:40.118Z</timeStamp>\n\t\t\t<ipProtocol>17</ipProtocol>\n\t\t\t<localAddrV4>192.0.2.40</localAddrV4>\n\t\t\t<remoteAddrV4>198.51.100.40</remoteAddrV4>\n\t\t\t<localPort>50001</localPort>\n\t\t\t<remotePort>8801</remotePort>\n\t\t\t<appId>\n\t\t\t\t<asString>\\.d.e.v.i.c.e.\\.h.a.r.d.d.i.s.k.v.o.l.u.m.e.3.\\.p.r.o.g.r.a.m. .f.i.l.e.s.\\.z.o.o.m.\\.b.i.n.\\.z.o.o.m...e.x.e...</asString>\n\t\t\t</appId>\n\t\t</header>\n\t\t<type>FWPM_NET_EVENT_TYPE_CLASSIFY_DROP</type>\n\t\t<classifyDrop>\n\t\t\t<filterId>66241</filterId>\n\t\t\t<layerId>48</layerId>\n\t\t\t<msFwpDirection>MS_FWP_DIRECTION_OUT</msFwpDirection>\n\t\t\t<isLoopback>false</isLoopback>\n\t\t</classifyDrop>\n\t</item>\n</netEvents>\n',
    },
    top: { class: 'firewall' },
    exit: 1,
  },
  {
    title: 'Windows, Get-PnpDevice by ConvertTo-Json: the only camera has problem 31',
    evidence: {
      'camera.json':
        '{\n    "Status":  "Error",\n    "Class":  "Camera",\n    "FriendlyName":  "Example Desk Cam",\n    "InstanceId":  "USB\\\\VID_1234\\u0026PID_ABCD\\u0026MI_00\\\\6\\u00261\\u00260\\u00260000",\n    "Problem":  31\n}\n',
    },
    top: { class: 'device-usb' },
    exit: 1,
  },
] satisfies readonly Sibling[];
