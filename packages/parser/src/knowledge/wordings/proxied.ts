/** Signs that a proxy is used, or set to be: it resolves the names, and whether this machine can matters little. */
import type { When } from '../../define.ts';

export const proxied: NonNullable<When['bypassed']> = {
  with: ['proxy-set', 'tunnel-established', 'proxy-auth-required', 'proxy-tunnel-refused'],
  without: ['no-proxy-used'],
};
