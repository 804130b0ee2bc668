/** `zoomlog collect` and its scripts: what was copied below `files/`, what commands printed below `commands/`. */
import { defineCollector } from '../../define.ts';
import { compactTime } from '../wordings/collector-records.ts';

export const zoomlog = defineCollector({
  id: 'zoomlog',
  title: 'zoomlog collect',
  see: [],
  // The name of the host stands in the manifest, where it is whole.
  name: /^zoomlog-[^\s/\\]{1,80}-(?<date>\d{8})T(?<clock>\d{6})Z(?:-\d{1,3})?$/,
  readName: ({ date = '', clock = '' }) => ({ at: compactTime(date, clock) }),
  below: /files\/(?:[A-Za-z]\/(?:Users|Windows|ProgramData|Program Files(?: \(x86\))?)|home|Users|root|var\/log)\//y,
  belowName: /(?:files|commands)\//y,
  // Several in one folder are numbered by what downloaded or copied them.
  records: /^(?:[^/]{1,80}[ _-])?collection(?:[ _-]{0,2}\(?\d{1,3}\)?)?\.json$/i,
  holds: /^(?:files|commands)\//,
  origin(stored) {
    if (!stored.startsWith('files/')) return null;
    const place = stored.slice('files'.length);
    return /^\/[A-Za-z]\/(?:Users|Windows|Program)/.test(place)
      ? `${place[1]!.toUpperCase()}:${place.slice(2)}`
      : place;
  },
});
