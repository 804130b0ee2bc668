import { defineFailure } from '../../../define.ts';

export default defineFailure({
  id: 'pings-unanswered',
  class: 'network',
  role: 'support',
  strength: 'strong',
  severity: 'error',
  title: 'None of the meeting servers answered',
  cause: 'The client tried every address that Zoom provided, and none answered.',
  remedy: 'Find out why the connections failed: the lines before this one show it.',
  match: [
    {
      formats: ['zoom-memlog'],
      has: 'all ping returned but no available',
      layout: 'captured',
      hits: [
        '02/17/2025 16:40:07:005\tZOOM\t[512:9013:41288]\tERROR\tping_mgr::on_ping_confirm_pk(),  error, all ping returned but no available, waiting_cnt: 0, this = 0x00c4d1f8',
      ],
    },
  ],
  fixes: ['network-other-sites'],
  misses: [
    {
      text: '02/17/2025 16:40:07:005\tZOOM\t[512:9013:41288]\tINFO\tping_mgr::on_ping_confirm_pk(),  start, waiting_cnt: 2, this = 0x00c4d1f8',
      why: 'still waiting for answers',
    },
  ],
});
