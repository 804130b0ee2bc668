/** The word that was probably meant. */
import { compareText } from '../model.ts';

/**
 * The known words closest to a query that was not found: at most three that contain it or differ in at most a third of
 * its letters, the closest first.
 */
export const suggest = (query: string, known: readonly string[]): string[] => {
  const wanted = query.trim().toLowerCase().slice(0, 80);
  // As many letters as one is longer are added or dropped at least: of most words that alone is too much.
  const isNear = (word: string): boolean => Math.abs(word.length - [...wanted].length) <= wanted.length / 3;
  return [...new Set(known)]
    .map((word) => ({ word, contains: wanted.length > 2 && word.includes(wanted) }))
    .filter(({ word, contains }) => contains || isNear(word))
    .map((one) => ({ ...one, distance: editDistance(wanted, one.word) }))
    .filter(({ distance, contains }) => contains || distance <= wanted.length / 3)
    .sort((a, b) => Number(b.contains) - Number(a.contains) || a.distance - b.distance || compareText(a.word, b.word))
    .slice(0, 3)
    .map(({ word }) => word);
};

/** Letters to add, drop or change to make one word of the other (Levenshtein). */
const editDistance = (from: string, to: string): number => {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (const [index, letter] of [...from].entries()) {
    const next = [index + 1];
    for (let column = 1; column <= to.length; column++) {
      const change = row[column - 1]! + (letter === to[column - 1] ? 0 : 1);
      next.push(Math.min(change, row[column]! + 1, next[column - 1]! + 1));
    }
    row = next;
  }
  return row[to.length]!;
};
