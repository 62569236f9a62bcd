import { z } from 'zod';
import { HOUSE } from '../store/house.ts';
import { defineKind } from '../store/kind.ts';
import type { Store } from '../store/store.ts';

/** Clocks of several machines may differ by this much, in ms. */
const TOLERANCE_MS = 5 * 60 * 1000;
/** It is noted that time goes on this often, in ms. */
const NOTE_EVERY_MS = 10 * 60 * 1000;

/** The latest time at which anybody ran digests, in ms since 1970, so that a clock that was put back is noticed. */
const CLOCK = defineKind({
  kind: 'digest-clock',
  version: 1,
  forgetPerson: 'holds no person',
  schema: z.object({ latest: z.number() }),
});
const CLOCK_ID = 'clock';

/** Notes the time; true when it was later before. @throws StoreError */
export async function wentBack(store: Store, now: number): Promise<boolean> {
  const clock = store.documents(CLOCK, HOUSE);
  const latest = (await clock.read(CLOCK_ID))?.latest ?? 0;
  const isBack = now < latest - TOLERANCE_MS;
  if (isBack || now > latest + NOTE_EVERY_MS) await clock.write(CLOCK_ID, { latest: now });
  return isBack;
}
