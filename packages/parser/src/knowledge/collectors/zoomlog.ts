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
  records: /^collection\.json$/,
  origin(stored) {
    if (!stored.startsWith('files/')) return null;
    const place = stored.slice('files'.length);
    return /^\/[A-Za-z]\/(?:Users|Windows|Program)/.test(place)
      ? `${place[1]!.toUpperCase()}:${place.slice(2)}`
      : place;
  },
});
