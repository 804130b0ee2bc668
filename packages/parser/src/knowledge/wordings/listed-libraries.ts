/** Libraries that `ldd` does not find, or finds too old. */
import type { Pattern } from '../../define.ts';
import { references } from '../references.ts';

const program = '/opt/zoom/zoom';

/** Of Zoom's program and a library that a system brings, it is certain; else the list may be of another program. */
export const listedLibraries: readonly Pattern[] = [
  {
    formats: ['ldd'],
    has: 'not found',
    fields: { owner: ['zoom'], source: ['system'] },
    layout: 'documented',
    see: [references.lddZoom],
    hits: [`${program}:\n\tlibxcb-image.so.0 => not found`],
  },
  {
    formats: ['ldd'],
    has: 'not found (required by',
    fields: { owner: ['zoom'], source: ['system'] },
    layout: 'constructed',
    hits: [`${program}: /lib64/libc.so.6: version \`GLIBC_2.99' not found (required by ${program})`],
  },
  {
    formats: ['ldd'],
    has: '=> not found',
    fields: { owner: ['zoom', 'likely', 'unknown'], source: ['system', 'other'] },
    layout: 'constructed',
    strength: 'strong',
    hits: ['\tlibxcb-image.so.0 => not found'],
  },
];
