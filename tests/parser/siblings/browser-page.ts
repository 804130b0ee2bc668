import type { Sibling } from './sibling.ts';

export default [
  {
    title: 'Spanish: the window about the certificate, typed',
    evidence: {
      'aviso.txt': 'Al entrar en Zoom sale:\n\nCertificado de servidor no fiable\nSu conexión no es privada.\n',
    },
    top: { class: 'tls-clock', confidence: 'low' },
    exit: 1,
  },
  {
    title: "a lens with 10x zoom, and another program's code",
    evidence: { 'note.txt': 'Lens with 10x zoom. Teams shows error 5003 since Monday.\n' },
    top: null,
    exit: [0, 3],
  },
  {
    title: 'Firefox: a page with the web SDK has an expired signature, and joins with a new one',
    evidence: {
      'console.txt':
        'Object { method: "join", status: false, errorCode: 3705, errorMessage: "The signature has expired.", result: null } zoom-meeting-3.11.0.min.js:2:901\nObject { method: "join", status: true, errorCode: 0, errorMessage: null, result: null } zoom-meeting-3.11.0.min.js:2:901\n',
    },
    never: ['firewall', 'network'],
    exit: 0,
  },
  {
    title: "Firefox in German: the page instead of Zoom's, copied into a mail",
    evidence: {
      'mail.txt':
        'Von: alice@example.com\n\nFirefox hat us05web.zoom.us nicht aufgerufen.\n\nFehlercode: SEC_ERROR_UNKNOWN_ISSUER\n',
    },
    top: { class: 'tls-clock' },
    exit: 1,
  },
  {
    title: "another site's page, in a mail that names Zoom",
    evidence: {
      'mail.txt':
        'Zoom is fine, but:\n\nThis site can’t be reached\nintranet.example.com refused to connect.\nERR_CONNECTION_REFUSED\n',
    },
    top: null,
    exit: [0, 3],
  },
] satisfies readonly Sibling[];
