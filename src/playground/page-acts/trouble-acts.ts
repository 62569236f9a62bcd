import { z } from 'zod';
import { type Act, actOfPage } from './act.ts';

const Times = z.union([z.number().int().min(1), z.literal('always')]).default(1);
const Fault = z.union([
  z.strictObject({ status: z.literal(429), retryAfterSeconds: z.number().int().min(1) }),
  z.strictObject({ status: z.number().int().min(400).max(599) }),
  z.strictObject({ error: z.string().regex(/^[a-z_]+$/) }),
  z.strictObject({ lateMs: z.number().int().min(1).max(600_000) }),
  z.strictObject({ cut: z.enum(['reset', 'silence']), after: z.enum(['nothing', 'carrying-out']) }),
]);

/** The page's switches for trouble, by the address that the page posts to. */
export const troubleActs: Readonly<Record<string, Act>> = {
  '/page/fault': actOfPage(
    { method: z.string(), fault: Fault, times: Times },
    ({ faults }, { method, fault, times }) =>
      faults.next(method, fault, times === 'always' ? Number.POSITIVE_INFINITY : times),
  ),
  '/page/calm': actOfPage({}, ({ faults }) => faults.clear()),
  '/page/limits': actOfPage({ isOn: z.boolean() }, ({ rateLimits }, { isOn }) => {
    rateLimits.isOn = isOn;
  }),
};
