/** Before a step that removes what shows a fault, the evidence is collected; each such step says so in the same words. */
import { allFixes, cautionsOf } from '@zoomlog/parser';
import { expect, test } from 'vitest';

/** They name a removal, but remove nothing that shows a fault. */
const harmless = new Set([
  // A password at Zoom, nothing on the machine.
  'account-wait-unlock',
  // A rule that is wrong, and printed by the step before it.
  'firewall-remove-guide-rule',
  // A cache that fills again.
  'network-flush-dns-windows',
  'network-flush-dns-macos',
  'network-flush-dns-linux',
]);

const removes = /\b(?:reset|uninstall|removes?|deletes?|cleanup|rename|Rename-Item|flush\w*)\b|(?:^|[;&] ?)(?:rm|mv) /i;

test('a step that removes something is known to, or is listed as harmless', () => {
  const unmarked = allFixes
    .filter(({ id, kind, erases }) => kind !== 'check' && !erases && !harmless.has(id))
    .filter(({ title, command }) => removes.test(title.replace(/\([^)]*\)/g, '')) || removes.test(command ?? ''));
  expect(unmarked.map(({ id }) => id)).toEqual([]);
  expect([...harmless].filter((id) => !allFixes.some((fix) => fix.id === id))).toEqual([]);
});

test('it says what to do before it', () => {
  const caution = 'first run zoomlog collect';
  const marked = allFixes.filter((fix) => cautionsOf(fix).includes(caution)).map(({ id }) => id);
  expect(marked).toEqual(allFixes.filter(({ erases }) => erases).map(({ id }) => id));
  expect(marked).toContain('install-clean-windows');
  expect(marked).toContain('permission-reset-camera-macos');
});
