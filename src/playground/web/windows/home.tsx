import { useMemo } from 'react';
import type { FieldValues } from '../../forms/values.ts';
import { Blocks } from '../blocks/blocks.tsx';
import { objectIn } from '../blocks/reading.ts';
import { type Surface, SurfaceContext } from '../blocks/surface.tsx';
import { usePage } from '../store/page-context.tsx';

/** The app's Home tab. */
export function Home() {
  const { home, app } = usePage().model.state;
  const surface: Surface = useMemo(
    () => ({
      place: { view: home?.id ?? '' },
      values: objectIn(objectIn(home?.state).values) as FieldValues,
      faults: {},
    }),
    [home],
  );
  return (
    <section className="home blocks" aria-label={`Home of ${app.name}`} aria-live="polite">
      {home === null ? (
        <p className="faint">{app.name} has not filled its Home tab yet.</p>
      ) : (
        <SurfaceContext value={surface}>
          <Blocks blocks={home.blocks} />
        </SurfaceContext>
      )}
    </section>
  );
}
