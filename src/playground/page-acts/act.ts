import { z } from 'zod';
import { isObject } from '../block-text.ts';
import type { RouteParts } from '../http.ts';
import type { SlackObject } from '../message.ts';
import type { Person } from '../person.ts';

/** Acts on a request of the page; what it tells besides that all is well. */
export type Act = (given: unknown, parts: RouteParts) => Promise<SlackObject>;

/** A request of the page: what it says is checked, then done as the person who sits at it. */
export const act =
  <Shape extends z.ZodRawShape>(
    shape: Shape,
    carryOut: (person: Person, given: z.output<z.ZodObject<Shape>>, parts: RouteParts) => unknown,
  ): Act =>
  async (body, parts) => {
    const { user } = z.object({ user: z.string() }).parse(body);
    const told = await carryOut(parts.person(user), z.object(shape).parse(body), parts);
    return isObject(told) ? told : {};
  };

/** A request of the page's own, whoever sits at it. */
export const actOfPage =
  <Shape extends z.ZodRawShape>(
    shape: Shape,
    carryOut: (parts: RouteParts, given: z.output<z.ZodObject<Shape>>) => unknown,
  ): Act =>
  async (body, parts) => {
    await carryOut(parts, z.object(shape).parse(body));
    return {};
  };
