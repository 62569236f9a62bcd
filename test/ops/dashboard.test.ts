import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { openMetrics } from '../../src/ops/metrics.ts';

const OPS = join(import.meta.dirname, '../../ops');
const read = (file: string): string => readFileSync(join(OPS, file), 'utf8');

/** Every series that a Prometheus would have of us, with those it makes itself. */
async function series(): Promise<Set<string>> {
  const metrics = openMetrics();
  const text = await metrics.render();
  metrics.close();
  const named = [...text.matchAll(/^# TYPE (\w+) (\w+)/gm)].flatMap(([, name = '', type]) =>
    type === 'histogram' ? [`${name}_bucket`, `${name}_count`, `${name}_sum`] : [name],
  );
  return new Set(['up', ...named]);
}

/** The names that a query asks for: what is followed by a selector, a range or a comparison. */
const askedFor = (query: string): string[] =>
  [...query.matchAll(/\b((?:rolefit|nodejs|process)_\w+|up)\b(?=[{[ )])/g)].map(([, name]) => String(name));

const Target = z.object({ refId: z.string(), expr: z.string().min(1) });
const Panel = z.object({
  id: z.int(),
  type: z.literal('timeseries'),
  title: z.string().min(1),
  datasource: z.object({ type: z.literal('prometheus'), uid: z.string().regex(/^\$\{datasource\}$/) }),
  gridPos: z.object({ x: z.int().max(23), y: z.int(), w: z.int().max(24), h: z.int().positive() }),
  targets: z.array(Target).min(1),
});
const Dashboard = z.object({
  uid: z.string().max(40),
  title: z.string(),
  schemaVersion: z.int().min(36),
  templating: z.object({
    list: z.array(z.object({ name: z.string(), type: z.string(), query: z.string() })),
  }),
  panels: z.array(Panel).min(1),
});

test('the dashboard has the shape that Grafana loads, and its queries ask for nothing that is not counted', async () => {
  const { panels, templating } = Dashboard.parse(JSON.parse(read('grafana/rolefit.json')));
  expect(templating.list).toContainEqual(
    expect.objectContaining({ name: 'datasource', type: 'datasource', query: 'prometheus' }),
  );
  expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
  const queries = panels.flatMap(({ targets }) => targets.map(({ expr }) => expr));
  const known = await series();
  const variables = new Set(['__rate_interval', ...templating.list.map(({ name }) => name)]);
  for (const query of queries) {
    expect(askedFor(query), query).not.toEqual([]);
    expect(askedFor(query).filter((name) => !known.has(name))).toEqual([]);
    const used = [...query.matchAll(/\$(\w+)/g)].map(([, name]) => String(name));
    expect(used.filter((name) => !variables.has(name))).toEqual([]);
  }
  const ours = [...known].filter((name) => name.startsWith('rolefit_'));
  const shown = new Set(queries.flatMap(askedFor).map((name) => name.replace(/_(?:bucket|count|sum)$/, '')));
  expect(ours.filter((name) => !shown.has(name.replace(/_(?:bucket|count|sum)$/, '')))).toEqual([]);
});

const Rules = z.object({
  groups: z.array(
    z.object({
      name: z.string(),
      rules: z.array(
        z.object({
          alert: z.string().regex(/^Rolefit\w+$/),
          expr: z.string(),
          for: z
            .string()
            .regex(/^\d+[smh]$/)
            .optional(),
          labels: z.object({ severity: z.enum(['page', 'ticket']) }),
          annotations: z.object({ summary: z.string() }),
        }),
      ),
    }),
  ),
});

test('each alert asks for what is counted, and stands in docs/operating.md', async () => {
  const { groups } = Rules.parse(parse(read('prometheus/alerts.yml')));
  const rules = groups.flatMap((group) => group.rules);
  const known = await series();
  const guide = readFileSync(join(OPS, '../docs/operating.md'), 'utf8');
  for (const { alert, expr } of rules) {
    expect(askedFor(expr), alert).not.toEqual([]);
    expect(askedFor(expr).filter((name) => !known.has(name))).toEqual([]);
    expect(guide).toContain(`| \`${alert}\` |`);
  }
});
