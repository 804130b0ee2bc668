import { defineFact } from '../../../define.ts';
import { references } from '../../references.ts';
import { macProxy, scutilDetection, scutilDirect } from '../../wordings/mac-proxy.ts';
import { registryExport, registryQuery } from '../../wordings/samples.ts';

const connections = (...values: readonly string[]): string =>
  registryExport('HKEY_CURRENT_USER', 'Internet Settings\\Connections', ...values);

export default defineFact({
  id: 'proxy-direct',
  class: 'proxy',
  title: "The user's connection settings use no proxy",
  because: 'Only direct access is enabled: no manual proxy, no PAC script, no automatic detection.',
  effect: 'rules-out',
  clears: ['manual proxy', 'automatic proxy'],
  // Under such a policy, the user's own setting does not apply.
  unless: ['proxy-set', 'proxy-set-by-policy'],
  standing: true,
  match: [
    {
      formats: ['windows-registry'],
      has: 'DefaultConnectionSettings',
      fields: { connection: ['direct'] },
      layout: 'documented',
      see: [references.connectionSettings],
      hits: [
        connections('"DefaultConnectionSettings"=hex:46,00,00,00,21,00,00,00,01,00,00,00,00,00,00,00'),
        registryQuery(
          'HKEY_CURRENT_USER',
          'Internet Settings\\Connections',
          'DefaultConnectionSettings    REG_BINARY    4600000021000000010000000000000000000000',
        ),
      ],
    },
    ...macProxy('<dictionary>', { connection: ['direct'] }, [scutilDirect], 'scutil-proxy'),
  ],
  misses: [
    { text: scutilDetection, why: 'automatic detection is on' },
    { text: scutilDirect.split('\n').slice(2, 4).join('\n'), why: 'a part: the rest may name a proxy' },
    {
      text: connections('"DefaultConnectionSettings"=hex:46,00,00,00,21,00,00,00,09,00,00,00,00,00,00,00'),
      why: 'automatic detection is on',
    },
    {
      text: connections('"SavedLegacySettings"=hex:46,00,00,00,21,00,00,00,01,00,00,00,00,00,00,00'),
      why: 'another value',
    },
  ],
});
