import { z } from 'zod';
import { NotPossible } from '../not-possible.ts';
import { MODEL_CHOICES } from '../pretend-model.ts';
import { type Act, act, actOfPage } from './act.ts';

/** The year 2100, in ms since 1970. */
const MOST_TIME = Date.UTC(2100, 0);

const Times = z.union([z.number().int().min(1), z.literal('always')]).default(1);
const Fault = z.union([
  z.strictObject({ status: z.literal(429), retryAfterSeconds: z.number().int().min(1) }),
  z.strictObject({ status: z.number().int().min(400).max(599) }),
  z.strictObject({ error: z.string().regex(/^[a-z_]+$/) }),
  z.strictObject({ lateMs: z.number().int().min(1).max(600_000) }),
  z.strictObject({ cut: z.enum(['reset', 'silence']), after: z.enum(['nothing', 'carrying-out']) }),
]);

/** The page's tools: trouble, the clock, traces, a new beginning; by the address that the page posts to. */
export const troubleActs: Readonly<Record<string, Act>> = {
  '/page/fault': actOfPage(
    { method: z.string(), fault: Fault, times: Times },
    ({ faults }, { method, fault, times }) =>
      faults.next(method, fault, times === 'always' ? Number.POSITIVE_INFINITY : times),
  ),
  '/page/calm': actOfPage({}, ({ faults }) => faults.clear()),
  '/page/clock': actOfPage(
    { to: z.number().int().max(MOST_TIME, 'The clock does not go that far.') },
    ({ clock, workspace }, { to }) => {
      if (!clock.moveTo(to)) throw new NotPossible('The clock only goes forward.');
      workspace.news.post('clock', to);
    },
  ),
  '/page/trace': act({ entry: z.number().int() }, async ({ user }, { entry: id }, { journal, trace }) => {
    const entry = journal.entries.find((one) => one.id === id);
    if (entry === undefined) throw new NotPossible('The inspector does not go back that far.');
    return { traces: await trace(JSON.stringify(entry), user.id) };
  }),
  '/page/start-over': actOfPage({}, ({ startOver }) => startOver()),
  '/page/model': actOfPage({ choice: z.enum(MODEL_CHOICES) }, ({ pretendModel }, { choice }) =>
    pretendModel.choose(choice),
  ),
  '/page/limits': actOfPage({ isOn: z.boolean() }, ({ rateLimits, workspace }, { isOn }) => {
    rateLimits.isOn = isOn;
    workspace.news.post('trouble', {});
  }),
};
