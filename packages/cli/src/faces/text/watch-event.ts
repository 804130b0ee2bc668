import { confidenceName, type DiagnosisEvent, type Machine } from '@zoomlog/parser';
import { painterOf, type Style } from '../../terminal/style.ts';
import { drawDiagnosis } from './diagnosis.ts';
import { drawTitle } from './title.ts';

const labels = { opened: 'opened', changed: 'changed', closed: 'closed: a later success was logged' } as const;

/** The local time of day of an ISO time. */
export function clockOf(time: string): string {
  const date = new Date(time);
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map((part) => String(part).padStart(2, '0')).join(':');
}

/** One thing that happened: a new diagnosis in full, a changed or closed one by its title. */
export function drawWatchEvent(
  { event, time, diagnosis }: DiagnosisEvent,
  machines: readonly Machine[],
  style: Style,
): string {
  const paint = painterOf(style);
  const os = machines.find(({ id }) => id === diagnosis.machine)?.os ?? null;
  const machine = machines.length > 1 ? diagnosis.machine : null;
  const { severity, title, code, confidence } = diagnosis;
  const lines =
    event === 'opened'
      ? drawDiagnosis(diagnosis, os, machine, style)
      : drawTitle(severity, title, [...(code ? [code] : []), diagnosis.class, confidenceName(confidence)], style);
  return `${[paint('dim', `${clockOf(time)} ${labels[event]}`), ...lines].join('\n')}\n\n`;
}
