import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readManifest } from '../../src/manifest.ts';
import { ApiError } from '../../src/playground/api-error.ts';
import { Bulletin } from '../../src/playground/bulletin.ts';
import { installApp } from '../../src/playground/installed-app.ts';
import { ViewContent } from '../../src/playground/views/view.ts';
import { Views } from '../../src/playground/views/views.ts';
import { home, modal } from '../support/views.ts';

const people = ['U0FOUNDER', 'U0OMAROPS'];

/** One thing that an app or a person does: to whom, to which view of theirs, and under which external id. */
const acts = fc.record({
  kind: fc.constantFrom('open', 'push', 'update', 'close', 'clear', 'publish'),
  person: fc.constantFrom(...people),
  at: fc.nat(3),
  external: fc.constantFrom('', '', 'a', 'b'),
});

type Act = typeof acts extends fc.Arbitrary<infer One> ? One : never;

function carryOut(views: Views, { kind, person, at, external }: Act): void {
  const content = ViewContent.parse({ ...(kind === 'publish' ? home() : modal('T')), external_id: external });
  const view = views.stack(person)[at];
  if (kind === 'open') views.open({ person }, content);
  else if (kind === 'push') views.push({ person, viewId: view?.id }, content);
  else if (kind === 'publish') views.publish(person, content);
  else if (kind === 'clear') views.clear(person);
  else if (view !== undefined && kind === 'update') views.update(view, content);
  else if (view !== undefined) views.close(view);
}

test('whatever is done, views lie on each other in order, at most three, and no two have the same external id', () => {
  fc.assert(
    fc.property(fc.array(acts, { maxLength: 30 }), (done) => {
      const views = new Views({
        app: installApp(readManifest()),
        teamId: 'T0',
        news: new Bulletin(),
        now: () => 0,
      });
      for (const one of done) {
        try {
          carryOut(views, one);
        } catch (error) {
          expect(error).toBeInstanceOf(ApiError);
        }
      }
      const stacks = people.map((person) => views.stack(person));
      for (const stack of stacks) {
        expect(stack.length).toBeLessThanOrEqual(3);
        expect(stack.map(({ previousId }) => previousId)).toEqual(
          [null, ...stack.map(({ id }) => id)].slice(0, stack.length),
        );
        expect(new Set(stack.map(({ rootId }) => rootId)).size).toBeLessThanOrEqual(1);
      }
      const all = [...stacks.flat(), ...people.flatMap((person) => views.home(person) ?? [])];
      const externals = all.map(({ content }) => content.external_id).filter((id) => id !== '');
      expect(new Set(externals).size).toBe(externals.length);
    }),
    { numRuns: 200 },
  );
});
