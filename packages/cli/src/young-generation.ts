import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

/** Bytes at which the young generation of the heap stops growing. V8 would let it take 128 MB, which reads no file faster. */
const enough = 24 << 20;
const lookEveryMs = 20;

/** Keeps memory small while gigabytes pass through it; a process cannot give itself the flags that bound this from its start. */
export function boundYoungGeneration(): void {
  const timer = setInterval(() => {
    const young = getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space');
    if (young && young.physical_space_size <= enough) return;
    // V8 reads it each time that it grows that space.
    setFlagsFromString('--semi-space-growth-factor=1');
    clearInterval(timer);
  }, lookEveryMs);
  timer.unref();
}
