/** How a launch of the Linux client went, as the lines of its chain tell. */
import type { Carry } from '../../define.ts';
import type { Entry } from '../../model.ts';
import { addField, withFields } from '../../reading/entry.ts';

/** Of the graphics, by the client or by a part of it. */
const noGraphics =
  /Could not initialize GLX|Failed to create OpenGL context|Failed to create dummy context|Failed to initialize graphics backend/;

/**
 * When its windows close, the client's QML complains of what is gone, line upon line, in healthy launches too; a signal right
 * behind that comes after the use of the client.
 */
export const teardown = 'teardown';

/** The signal that an exit code tells of: a shell adds 128 to its number. */
const signalOf = (exit: number): number | null => (exit > 128 && exit <= 192 ? exit - 128 : null);

/**
 * Adds `signal` and `exit` of the launch, as numbers; `launch`: own, or handed-over to an instance that already ran; `phase` of a
 * signal: quit, when the windows were being closed, or use; `crashed`: the process that the signal ended; `graphics`: failed, in a launch that did
 * not end well: else another process said so, or another way to draw was found.
 */
export function nameLaunch(entry: Entry, carry: Carry): Entry {
  return withFields(entry, (fields) => {
    const handedOver = entry.pieces.some(({ text }) => text.includes('another zoom instance is running'));
    addField(fields, 'launch', { value: handedOver ? 'handed-over' : 'own', piece: 0, start: 0, end: 0 });
    let client: string | undefined;
    const drawing = entry.pieces.findIndex(({ text }) => noGraphics.test(text));
    const isWell = entry.pieces.some(({ text }) => /exited normally|exit code is 0\b/.test(text));
    if (drawing >= 0 && !isWell) {
      const told = noGraphics.exec(entry.pieces[drawing]!.text)!;
      const place = { piece: drawing, start: told.index, end: told.index + told[0].length };
      addField(fields, 'graphics', { value: 'failed', ...place });
    }
    for (const [piece, { text, line }] of entry.pieces.entries()) {
      client = /Start subprocess: \S{0,200}\/zoom(?:\.real)? .{0,40}process pid: (\d{1,10})/.exec(text)?.[1] ?? client;
      const told = /handled signal: (\d+)|exit code is (\d+)|status is (\d+)/.exec(text);
      if (!told) continue;
      const place = { piece, start: told.index, end: told.index + told[0].length };
      const status = told[3] === undefined ? null : Number(told[3]);
      // The line of the exit code, where there is one, comes last and says the same.
      const exit = status === null ? (told[2] === undefined ? null : Number(told[2])) : status >> 8;
      const ended = exit === null ? Number(told[1]) : signalOf(exit);
      const signal = status !== null && (status & 127) !== 0 && status < 256 ? status & 127 : ended;
      if (exit !== null) addField(fields, 'exit', { value: exit, ...place });
      if (signal === null) continue;
      addField(fields, 'signal', { value: signal, ...place });
      if (client) addField(fields, 'crashed', { value: client, ...place });
      addField(fields, 'phase', { value: carry.names.has(`${teardown} ${line}`) ? 'quit' : 'use', ...place });
    }
  });
}
