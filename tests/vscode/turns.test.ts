/** What is read waits for what is asked. */
import { expect, test } from 'vitest';
import { openTurns } from '../../packages/vscode/src/server/turns.ts';

test('reading waits for every answer, and for nothing when nobody asks', async () => {
  const turns = openTurns();
  expect(turns.next()).toBeNull();
  const order: string[] = [];
  const first = Promise.withResolvers<string>();
  const second = Promise.withResolvers<string>();
  const answers = [turns.answering(() => first.promise), turns.answering(() => second.promise)];
  const reading = turns.next()!.then(() => order.push('read on'));
  second.reject(new Error('no answer'));
  await expect(answers[1]).rejects.toThrow('no answer');
  order.push('answered');
  first.resolve('an answer');
  expect(await answers[0]).toBe('an answer');
  await reading;
  expect(order).toEqual(['answered', 'read on']);
  expect(turns.next()).toBeNull();
});

test('reading does not wait for ever', async () => {
  const turns = openTurns();
  void turns.answering(() => new Promise(() => {}));
  await turns.next();
});
