/** Runs one task at a time for each key, in the order requested. */
export function inQueue(
  run: (key: string) => Promise<void>,
  onError: (key: string, error: unknown) => void,
): (key: string) => Promise<void> {
  const ends = new Map<string, Promise<void>>();
  return (key) => {
    const end = (ends.get(key) ?? Promise.resolve())
      .then(() => run(key))
      .catch((error: unknown) => onError(key, error))
      .finally(() => {
        if (ends.get(key) === end) ends.delete(key);
      });
    ends.set(key, end);
    return end;
  };
}
