import type { Report } from '@zoomlog/parser';
import { printablePath } from '../../terminal/escape.ts';
import { painterOf, type Style } from '../../terminal/style.ts';

/** SHA-256 of each container and each source, as stored, in the layout of sha256sum; nothing where nobody asked for it. */
export function drawHashes({ containers, sources }: Report, style: Style): readonly string[] {
  if (containers === undefined) return [];
  const rows = [...containers, ...sources].flatMap(({ path, sha256 }) =>
    sha256 === undefined ? [] : [`${sha256}  ${printablePath(path, style.platform, style.unicode)}`],
  );
  return rows.length === 0 ? [] : [painterOf(style)('bold', 'SHA-256, as stored'), ...rows];
}
