import type { Sibling } from './sibling.ts';

export default [
  {
    title: 'a map server: the zoom level, and results that are counts of tiles',
    evidence: {
      'tiles.log':
        '2026-03-06 06:00:01,114 INFO MapView zoom=14 result: 5004 tiles\n2026-03-06 06:00:03,501 ERROR MapView zoom=15 failed, error code: 5003\n',
    },
    top: null,
    exit: [0, 3],
  },
  {
    title: 'the driver of an audio recorder of the maker ZOOM',
    evidence: {
      'zoom-h6-driver.log':
        '2026-03-06 06:10:20.004 INFO ZOOM H6 ASIO driver loaded\n2026-03-06 06:10:21.090 ERROR ZOOM H6 ASIO: cannot start stream, error code: 3000\n',
    },
    top: null,
    exit: [0, 3],
  },
  {
    title: 'the lens of a surveillance camera',
    evidence: {
      'ptz.log':
        '2026-03-06T06:20:00Z WARN ptz-2 optical zoom stalled, error code: 1132\n2026-03-06T06:20:09Z ERROR ptz-2 zoom in failed. Error code: 104103\n',
    },
    top: null,
    exit: [0, 3],
  },
  {
    title: 'a kiosk program shows a map and tells what the Zoom client showed',
    evidence: {
      'kiosk.log':
        '2026-03-06 06:30:00,001 INFO map ready, zoom=9\n2026-03-06 06:31:40,775 ERROR Zoom Workplace: Unable to connect. Error code: 5003\n2026-03-06 06:31:41,002 INFO map zoom level set to 11\n',
    },
    top: { class: 'firewall', code: '5003', confidence: 'low' },
    exit: 1,
  },
  {
    title: 'a scheduler prints the code of the Zoom client with a separator',
    evidence: {
      'scheduler.log':
        '2026-03-06T06:40:00Z INFO starting the Zoom client for room 4\n2026-03-06T06:40:44Z ERROR the Zoom client could not join the meeting, error code: 104,103\n',
    },
    top: { class: 'firewall', code: '104103', confidence: 'low' },
    exit: 1,
  },
] satisfies readonly Sibling[];
