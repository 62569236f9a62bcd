import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Keeps the heap near to what is in use, whichever way Node was started: by default it lets garbage grow to several times
 * that before it collects. Call it before anything big is loaded.
 */
export function keepHeapSmall(): void {
  // The space for new objects stays as small as it begins.
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--heap-growing-percent=15');
}

/** Collects the garbage of starting, which would stay until as much again has come. It takes some 50 ms. */
export function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  setFlagsFromString('--no-expose-gc');
  collect();
}
