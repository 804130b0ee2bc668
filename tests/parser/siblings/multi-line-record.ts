import { asSyslog, columns, shown } from './apple-lines.ts';
import { type Sibling, unproved } from './sibling.ts';

const failed = (code: number, rows: readonly string[], more = '}'): string =>
  `(CFNetwork) Task <6C0E0000-0000-4000-8000-000000000001>.<1> finished with error [${code}] Error Domain=NSURLErrorDomain Code=${code} UserInfo={\n${rows.map((row) => `    ${row};\n`).join('')}${more}`;

export default [
  {
    title: 'macOS: the request to Zoom times out; the details stand on lines of their own',
    evidence: {
      'timeout.txt': [1, 2, 3]
        .map((at) =>
          shown(
            `12:0${at}:20.118204`,
            'Error',
            871,
            'zoom.us',
            failed(-1001, [
              '"_kCFStreamErrorCodeKey" = 60',
              '"_kCFStreamErrorDomainKey" = 1',
              'NSErrorFailingURLStringKey = "https://us04web.zoom.us/j/123456789"',
              'NSLocalizedDescription = "La requête a expiré."',
            ]),
          ),
        )
        .join(''),
    },
    top: { class: 'firewall' },
    never: ['tls-clock', 'proxy'],
    exit: 1,
  },
  {
    title: 'macOS: a dictionary of a browser follows a line of Zoom, and names a host of its own',
    evidence: {
      'log-show.txt':
        columns +
        shown('12:10:20.118204', 'Default', 871, 'zoom.us', '(zVideoUI) [us.zoom.xos:ui] The window was opened') +
        shown(
          '12:10:21.118204',
          'Error',
          602,
          'Browser',
          failed(-1202, [
            'NSErrorFailingURLKey = "https://intranet.example.com/"',
            '"_kCFStreamErrorCodeKey" = "-9813"',
            '"_kCFStreamErrorDomainKey" = 3',
          ]),
        ),
    },
    top: null,
    verdicts: { 'tls-clock': unproved },
    exit: 0,
  },
  {
    title: 'macOS, syslog style: the certificate is refused by its date; the last dictionary never closes',
    evidence: {
      'dates.log':
        asSyslog(
          '12:20:00.118204',
          'zoom.us[871]',
          failed(-1201, [
            '"_kCFStreamErrorCodeKey" = "-9814"',
            '"_kCFStreamErrorDomainKey" = 3',
            'NSErrorFailingURLKey = "https://us04web.zoom.us/"',
          ]),
        ) +
        asSyslog(
          '12:20:09.118204',
          'zoom.us[871]',
          failed(
            -1201,
            ['"_kCFStreamErrorCodeKey" = "-9814"', 'NSErrorFailingURLKey = "https://us04web.zoom.us/"'],
            '',
          ).trimEnd(),
        ),
    },
    top: { class: 'tls-clock' },
    never: ['firewall', 'network'],
    exit: 1,
  },
  {
    title: 'macOS: Zoom cancels its own requests, with many lines each',
    evidence: {
      'cancelled.txt': [1, 2]
        .map((at) =>
          shown(
            `12:3${at}:20.118204`,
            'Error',
            871,
            'zoom.us',
            failed(-999, ['NSErrorFailingURLKey = "https://us04web.zoom.us/"', 'NSLocalizedDescription = cancelled']),
          ),
        )
        .join(''),
    },
    top: null,
    exit: 0,
  },
  {
    title: 'macOS: copied from Console, the name of a Zoom host is not found; the list of tries stands below',
    evidence: {
      'copied.txt':
        'error\t12:40:20.118204+0200\tzoom.us\tTask <6C0E0000-0000-4000-8000-000000000002>.<1> finished with error [-1003] Error Domain=NSURLErrorDomain Code=-1003 "Ein Server mit dem angegebenen Hostnamen konnte nicht gefunden werden." UserInfo={_kCFStreamErrorCodeKey=8, _NSURLErrorRelatedURLSessionTaskErrorKey=(\n    "LocalDataTask <6C0E0000-0000-4000-8000-000000000002>.<1>",\n    "LocalDataTask <6C0E0000-0000-4000-8000-000000000003>.<1>"\n), NSErrorFailingURLKey=https://us04web.zoom.us/, _kCFStreamErrorDomainKey=12}\n',
    },
    top: { class: 'network' },
    never: ['firewall', 'tls-clock'],
    exit: 1,
  },
] satisfies readonly Sibling[];
