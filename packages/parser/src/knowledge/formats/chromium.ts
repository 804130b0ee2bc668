import { netErrorNumber } from '../../codes/net-error.ts';
import { defineFormat } from '../../define.ts';
import { addField, fieldText, withFields } from '../../reading/entry.ts';
import { isZoomFile } from '../zoom-identity.ts';

export default defineFormat({
  id: 'chromium',
  title: 'Chromium log lines (embedded browser, chrome_debug.log)',
  framing: 'lines',
  head: 'chromium',
  names: ['chrome_debug.log', 'cef.log', 'debug.log'],
  recognise: { heads: true },
  /**
   * `net_error` by name as well. `owner`: zoom when the process id is one that the launcher says it started; unknown when the log is Zoom's but
   * names no process ids. Other programs, started from Zoom, write into the same file.
   */
  prepare: (entry, carry) => {
    const pid = fieldText(entry, 'process');
    const isZooms = pid !== null && carry.zoomPids.has(pid);
    const isOpen =
      (pid === null && carry.launch > 0) || (carry.zoomPids.size === 0 && (carry.launch > 0 || isZoomFile(carry.path)));
    const { text } = entry.pieces[0]!;
    const named = /net::(ERR_[A-Z_0-9]+)/.exec(text);
    const number = named ? netErrorNumber(named[1]!) : null;
    return withFields(entry, (fields) => {
      const place = { piece: 0, start: 1, end: 1 + (pid?.length ?? 0) };
      if (isZooms || isOpen) addField(fields, 'owner', { value: isZooms ? 'zoom' : 'unknown', ...place });
      if (named && number !== null)
        addField(fields, 'net_error', {
          value: number,
          piece: 0,
          start: named.index,
          end: named.index + named[0].length,
        });
    });
  },
  samples: [
    {
      text: '[4021:4077:0918/071203.000451:ERROR:ssl_client_socket_impl.cc(991)] handshake failed; returned -1, SSL error code 1, net_error -202',
      entry: {
        time: '--09-18T07:12:03.000451',
        level: 'ERROR',
        fields: { net_error: -202, component: 'ssl_client_socket_impl.cc', process: '4021' },
      },
    },
    {
      text: '[0510/293745.1923229:FATAL:gpu_data_manager_impl_private.cc(440)] GPU process is not usable. Bye.',
      entry: { time: '--05-10T29:37:45.1923229', level: 'FATAL' },
    },
    {
      text: '[9:9:1122/101112.131415:ERROR:net/socket/ssl_client_socket_impl.cc:930] handshake failed; returned -1, SSL error code 1, net_error -101',
      entry: { time: '--11-22T10:11:12.131415', fields: { net_error: -101 } },
    },
  ],
});
