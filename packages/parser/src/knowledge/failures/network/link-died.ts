import { defineFailure } from '../../../define.ts';

export default defineFailure({
  id: 'link-died',
  class: 'network',
  role: 'support',
  strength: 'weak',
  severity: 'warning',
  title: 'A working connection timed out',
  cause: 'An open connection to Zoom stopped getting answers: the path broke while it was in use.',
  remedy: 'Find out what happened to the network at that moment.',
  match: [
    {
      formats: ['zoom-memlog'],
      has: 'on_read ssl socket closed exception',
      fields: { get_last_errno: [60], errno_name: ['ETIMEDOUT'] },
      layout: 'captured',
      hits: [
        '02/17/2025 16:39:50:005\tZOOM\t[512:9013:41288]\tERROR\tssl_io_t::on_read ssl socket closed exception, ssl_err = 5, get_last_errno() = 60, read_bytes = -1, this = 0x00c4d050',
      ],
    },
    {
      formats: ['zoom-memlog'],
      has: 'on_read ssl socket closed exception',
      fields: { errno_name: ['ETIMEDOUT'] },
      layout: 'constructed',
      hits: [
        '02/17/2025 16:39:50:005\tZOOM\t[512:9013:41288]\tERROR\tssl_io_t::on_read ssl socket closed exception, ssl_err = 5, get_last_errno() = 60, read_bytes = -1, this = 0x00c4d050',
        '02/17/2025 16:39:50:005\tZOOM\t[512:9013:41288]\tERROR\tssl_io_t::on_read ssl socket closed exception, ssl_err = 5, get_last_errno() = 10060, read_bytes = -1, this = 0x00c4d050',
      ],
    },
  ],
  fixes: ['network-other-sites'],
  misses: [
    {
      text: '02/17/2025 16:39:50:006\tZOOM\t[512:9013:41288]\tERROR\tssl_ctx_t::export_ssl_error , ssl_errno = 5, error msg = error:00000005:lib(0):func(0):DH lib, this = 0x00c4d050',
      why: 'ssl_errno 5 means that the socket failed; it is not a TLS or certificate error',
    },
  ],
});
