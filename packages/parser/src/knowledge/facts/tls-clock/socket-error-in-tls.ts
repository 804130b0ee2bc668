import { defineFact } from '../../../define.ts';

export default defineFact({
  id: 'socket-error-in-tls',
  class: 'tls-clock',
  title: 'A socket error logged as a TLS error',
  because: 'ssl_errno 5 means that the socket under TLS failed; certificates and the clock are not involved.',
  effect: 'benign',
  match: [
    {
      formats: ['zoom-memlog'],
      has: 'export_ssl_error',
      text: /ssl_errno = 5\b/,
      layout: 'captured',
      hits: [
        '02/17/2025 16:39:50:006\tZOOM\t[512:9013:41288]\tERROR\tssl_ctx_t::export_ssl_error , ssl_errno = 5, error msg = error:00000005:lib(0):func(0):DH lib, this = 0x00c4d050',
      ],
    },
  ],
  misses: [
    {
      text: '02/17/2025 16:39:50:006\tZOOM\t[512:9013:41288]\tERROR\tssl_ctx_t::export_ssl_error , ssl_errno = 1, error msg = certificate verify failed, this = 0x00c4d050',
      why: 'a real TLS error',
    },
  ],
});
