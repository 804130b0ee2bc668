/** Whose process wrote an entry of the unified log of macOS. */
import type { Entry } from '../../model.ts';
import { textOf } from '../../reading/entry.ts';
import { stringUnder } from '../../reading/framings/json-lines.ts';
import { zoomMacProcess } from '../zoom-identity.ts';

/** Zoom's, by the name of the process, or by where it lies, which only JSON tells. */
export const isOfZoomProcess = (entry: Entry): boolean =>
  zoomMacProcess.test(entry.witness ?? '') ||
  (textOf(entry).startsWith('{') && /\/zoom\.us\.app\//.test(stringUnder(entry, 'processImagePath') ?? ''));
