import { defineFact } from '../../../define.ts';
import { answeredTask, appleAnswer } from '../../wordings/apple-trouble.ts';
import { unifiedLines } from '../../wordings/unified-samples.ts';

export default defineFact({
  id: 'connection-opened',
  class: 'network',
  title: 'The client opened a connection',
  because: 'The client reports a connection as done, or an answer that came: there was a route to that address.',
  effect: 'ends',
  ends: ['network-unreachable'],
  // Without the script macOS connects directly.
  eases: ['proxy-script-failed'],
  match: [
    {
      formats: ['zoom-memlog'],
      has: 'connect done',
      text: /async_connector_t::connect done/,
      layout: 'constructed',
      hits: ['02/17/2025 16:40:01:001\tZOOM\t[512:9013:51]\tINFO\tasync_connector_t::connect done, this = 0x00c4d100'],
    },
    ...appleAnswer(['zoom', 'client']),
  ],
  misses: [
    { text: unifiedLines('geod', answeredTask)[2]!, why: "another program's request" },
    {
      text: '02/17/2025 16:40:01:001\tZOOM\t[512:9013:41288]\tERROR\tasync_connector_t::connect failed, errno = 51, this = 0x00c4d100',
      why: 'it did not open',
    },
  ],
});
