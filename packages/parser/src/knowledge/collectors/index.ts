/** Whoever takes the evidence of a machine, by the layout that it gives it. */
import type { Collector } from '../../define.ts';
import { intune } from './intune.ts';
import { kape } from './kape.ts';
import { sos } from './sos.ts';
import { sysdiagnose } from './sysdiagnose.ts';
import { uac } from './uac.ts';
import { velociraptor } from './velociraptor.ts';
import { zoomlog } from './zoomlog.ts';

export const collectors: readonly Collector[] = [zoomlog, intune, velociraptor, uac, sos, sysdiagnose, kape];
