/** A binary event log of Windows. */
import { open } from 'node:fs/promises';
import { eventLogChunks, eventLogHeader } from '../../tests/helpers/event-log.ts';
import { randomOf } from './random.ts';
import { windowsEvents } from './windows-events.ts';

const headerSize = 4096;

/** Written chunk by chunk, so that its size does not matter; the header, which counts them, comes last. */
export async function makeEventLog(place: string, bytes: number): Promise<void> {
  const next = windowsEvents(randomOf(7), 0.05);
  const file = await open(place, 'w');
  let at = headerSize;
  let events = 0;
  let chunks = 0;
  function* untilFull(): Generator<string> {
    for (; at < bytes; events++) yield next();
  }
  try {
    for (const chunk of eventLogChunks(untilFull())) {
      await file.write(chunk, 0, chunk.length, at);
      at += chunk.length;
      chunks++;
    }
    await file.write(eventLogHeader(chunks, events), 0, headerSize, 0);
  } finally {
    await file.close();
  }
}
