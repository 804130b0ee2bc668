import type { Sibling } from './sibling.ts';

const line = (service: string, client: string, value: number): string =>
  `             service = ${service}\n              client = ${client}\n         client_type = 0\n          auth_value = ${value}\n         auth_reason = 2\n        auth_version = 1\n               csreq = \n           policy_id = \n       last_modified = 1770091506\n`;

export default [
  {
    title: 'sqlite3 in lines: Zoom may not use the camera',
    evidence: {
      'tcc.txt': [
        line('kTCCServiceMicrophone', 'us.zoom.xos', 2),
        line('kTCCServiceCamera', 'us.zoom.xos', 0),
        line('kTCCServiceCamera', 'com.example.recorder', 2),
      ].join('\n'),
    },
    top: { class: 'permissions' },
    exit: 1,
  },
  {
    title: 'sqlite3 in columns with names: the microphone is denied to Zoom',
    evidence: {
      'access.txt':
        'service                client       client_type  auth_value  auth_reason\n---------------------  -----------  -----------  ----------  -----------\nkTCCServiceMicrophone  us.zoom.xos  0            0           2          \n',
    },
    top: { class: 'permissions' },
    exit: 1,
  },
  {
    title: 'sqlite3 as JSON: a browser is denied, Zoom is allowed',
    evidence: {
      'tcc.json':
        '[{"service":"kTCCServiceCamera","client":"org.mozilla.firefox","client_type":0,"auth_value":0,"auth_reason":2,"auth_version":1},\n{"service":"kTCCServiceCamera","client":"us.zoom.xos","client_type":0,"auth_value":2,"auth_reason":2,"auth_version":1}]\n',
    },
    top: null,
    exit: 0,
  },
  {
    title: 'An old system, in lines: allowed',
    evidence: {
      'rows.txt':
        '     service = kTCCServiceCamera\n      client = us.zoom.xos\n client_type = 0\n     allowed = 1\nprompt_count = 1\n       csreq = \n',
    },
    top: null,
    exit: 0,
  },
  {
    title: 'sqlite3 in lines: only a plug-in of another maker that has Zoom in its name is denied',
    evidence: { 'tcc.txt': line('kTCCServiceCamera', 'com.example.zoomtools', 0) },
    top: null,
    exit: 0,
  },
] satisfies readonly Sibling[];
