import { defineFact } from '../../../define.ts';
import { namesAnswered } from '../../wordings/name-lookups.ts';

export default defineFact({
  id: 'zoom-name-resolves',
  class: 'network',
  title: "The name of Zoom's site has an address",
  because: "The system's resolver gave an address for a host of Zoom's, so name resolution works.",
  effect: 'rules-out',
  clears: ['name resolution'],
  unless: ['dns-failed'],
  standing: true,
  match: namesAnswered(['addresses']),
  misses: [
    { text: '0.0.0.0         STREAM zoom.us', why: 'a filter answers instead' },
    { text: '198.18.0.23     STREAM zoom.us', why: 'an agent on this machine hands out addresses of its own' },
    { text: '203.0.113.40    STREAM www.example.com', why: 'another host' },
  ],
});
