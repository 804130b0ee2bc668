import { defineFailure } from '../../../define.ts';

const general = (state: string, connectivity: string): string =>
  `STATE         CONNECTIVITY  WIFI-HW  WIFI     WWAN-HW  WWAN    \n${state.padEnd(14)}${connectivity.padEnd(14)}enabled  enabled  missing  enabled `;

/** The command shows the state when it ran. */
export default defineFailure({
  id: 'no-internet',
  class: 'network',
  role: 'cause',
  strength: 'weak',
  severity: 'warning',
  title: 'The system saw no way to the internet',
  cause:
    'NetworkManager was not connected, or its test page did not answer; a network that asks for a login on a web page looks so, too.',
  remedy: 'Connect to a network; if it has a login page, open any website and sign in there.',
  likelyCodes: ['104101', '5003'],
  match: ['none', 'limited', 'portal'].map((connectivity) => ({
    formats: ['nmcli'],
    has: connectivity,
    fields: { internet: [connectivity] },
    layout: 'constructed',
    hits: [general(connectivity === 'none' ? 'disconnected' : 'connected', connectivity)],
  })),
  standing: true,
  fixes: ['network-show-linux', 'network-other-sites', 'network-restart-router'],
  misses: [
    { text: general('connected', 'full'), why: 'its test page answered' },
    { text: general('connected', 'unknown'), why: 'nothing was tested' },
  ],
});
