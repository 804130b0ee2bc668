/** Velociraptor: the offline collector, and a collection that was exported from the server. */
import { defineCollector } from '../../define.ts';

/** What the names of a path stand for: characters that an archive cannot hold are written as `%3A`. */
const decoded = (name: string): string =>
  name.replace(/(?:%[0-9A-Fa-f]{2}){1,1000}/g, (written) => {
    try {
      return decodeURIComponent(written);
    } catch {
      return written;
    }
  });

export const velociraptor = defineCollector({
  id: 'velociraptor',
  title: 'Velociraptor',
  see: [
    'https://github.com/Velocidex/velociraptor/blob/045e3e7f5d3dbdcebaa0bfd41c968a596366c16c/reporting/container.go',
    'https://github.com/Velocidex/velociraptor/blob/018207914e2ab12f3d8977c5fc10414978cb3a23/vql/info.go',
  ],
  name: /^Collection-(?<host>[^\s/\\]{1,80}?)-(?<date>\d{4}-\d\d-\d\d)T(?<hour>\d\d)[_:-]?(?<minute>\d\d)[_:-]?(?<second>\d\d)(?:\.\d{1,9})?Z/,
  readName: ({ host, date, hour, minute, second }) => ({ host: host!, at: `${date}T${hour}:${minute}:${second}Z` }),
  below:
    /uploads\/(?:auto|file|fs|ntfs|lazy_ntfs|ntfs_vss|raw_file|raw_ntfs|sparse)\/|results\/(?:Windows|Linux|MacOS|Generic|Custom)\.[\w.]{1,100}(?:%2F[^/]{1,100})?\.json/y,
  records: /^(?:client_info|collection_context|requests|uploads|logs?)\.json$/,
  origin: (stored) => {
    const [kind, , ...names] = stored.split('/');
    if (kind !== 'uploads') return null;
    const [disk = '', ...rest] = names.map(decoded);
    // `\\.\C:` is the drive C: as a device.
    const drive = /^(?:\\\\[.?]\\)?([A-Za-z]:)$/.exec(disk)?.[1];
    return drive ? [drive, ...rest].join('/') : `/${[disk, ...rest].join('/')}`;
  },
});
