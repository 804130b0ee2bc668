/** Does one thing at a time for each key, in the order in which it is asked for. */
export function inTurns(
  run: (key: string) => Promise<void>,
  onError: (key: string, error: unknown) => void,
): (key: string) => Promise<void> {
  const turns = new Map<string, Promise<void>>();
  return (key) => {
    const turn = (turns.get(key) ?? Promise.resolve())
      .then(() => run(key))
      .catch((error: unknown) => onError(key, error))
      .finally(() => {
        if (turns.get(key) === turn) turns.delete(key);
      });
    turns.set(key, turn);
    return turn;
  };
}
