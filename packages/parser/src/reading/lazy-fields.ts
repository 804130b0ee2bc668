/** Fields of which mostly one is wanted: each key is read alone, until somebody asks for all of them. */
import type { Field, Fields } from '../model.ts';

export class LazyFields implements Fields {
  readonly #readAll: () => Fields;
  readonly #readKey: (key: string) => readonly Field[] | undefined;
  #all: Fields | null = null;
  /** The few keys that were asked for, and what stands under each. */
  readonly #keys: string[] = [];
  readonly #under: (readonly Field[] | undefined)[] = [];

  /** `readKey` gives what `readAll` gives under that key. */
  constructor(readAll: () => Fields, readKey: (key: string) => readonly Field[] | undefined) {
    this.#readAll = readAll;
    this.#readKey = readKey;
  }

  get(key: string): readonly Field[] | undefined {
    if (this.#all) return this.#all.get(key);
    const at = this.#keys.indexOf(key);
    if (at >= 0) return this.#under[at];
    const under = this.#readKey(key);
    this.#keys.push(key);
    this.#under.push(under);
    return under;
  }

  has(key: string): boolean {
    return this.get(key) !== undefined;
  }

  #whole(): Fields {
    this.#all ??= this.#readAll();
    return this.#all;
  }

  get size(): number {
    return this.#whole().size;
  }

  forEach(step: (values: readonly Field[], key: string, fields: Fields) => void): void {
    for (const [key, values] of this.#whole()) step(values, key, this);
  }

  entries(): MapIterator<[string, readonly Field[]]> {
    return this.#whole().entries();
  }

  keys(): MapIterator<string> {
    return this.#whole().keys();
  }

  values(): MapIterator<readonly Field[]> {
    return this.#whole().values();
  }

  [Symbol.iterator](): MapIterator<[string, readonly Field[]]> {
    return this.entries();
  }
}
