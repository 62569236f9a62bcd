import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { validate } from 'dockerfile-utils';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import packageJson from '../../package.json' with { type: 'json' };

const ROOT = join(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const lines = (file: string): string[] => read(file).split('\n').filter(Boolean);

test('the Dockerfile is one', () => {
  expect(validate(read('Dockerfile'))).toEqual([]);
});

test('the image does not run as root, and installs no development packages', () => {
  const users = lines('Dockerfile').filter((line) => line.startsWith('USER '));
  expect(users).toEqual(['USER node']);
  expect(read('Dockerfile')).toContain('npm ci --omit=dev --ignore-scripts');
});

test('all that the image copies is there and is let through to the builder', () => {
  const copied = lines('Dockerfile')
    .filter((line) => line.startsWith('COPY ') && !line.includes('--from='))
    .flatMap((line) => line.split(' ').slice(1, -1));
  const letThrough = lines('.dockerignore')
    .filter((line) => line.startsWith('!'))
    .map((line) => line.slice(1));
  expect(copied.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
  expect([...new Set(copied)].sort()).toEqual(letThrough.sort());
});

test('the app needs no package of development; the playground’s page does, which production has none of', () => {
  const src = join(ROOT, 'src');
  const packages = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.startsWith('playground/web/'))
    .flatMap((file) => [
      ...readFileSync(join(src, file), 'utf8').matchAll(/(?: from |^import |import\()'([^'.][^']*)'/gm),
    ])
    .map(([, name = '']) => name)
    .filter((name) => !isBuiltin(name))
    .map((name) => name.split('/', name.startsWith('@') ? 2 : 1).join('/'));
  expect([...new Set(packages)].filter((name) => !(name in packageJson.dependencies))).toEqual([]);
});

const Compose = z.object({
  services: z.record(z.string(), z.object({ environment: z.record(z.string(), z.string()) })),
});

test('compose.yml holds no secret: each comes from .env, which .env.example shows', () => {
  const { services } = Compose.parse(parse(read('compose.yml')));
  const environment = Object.values(services).flatMap((service) => Object.entries(service.environment));
  const secret = environment.filter(([name]) => /TOKEN|SECRET|KEYS|PASSWORD|URL/.test(name));
  expect(secret.length).toBeGreaterThan(4);
  expect(secret.filter(([, value]) => !/\$\{\w+:[-?]/.test(value))).toEqual([]);
  const asked = secret.flatMap(([, value]) =>
    [...value.matchAll(/\$\{(\w+)/g)].map(([, name]) => `${name}=`),
  );
  expect(lines('.env.example')).toEqual(expect.arrayContaining(asked));
});
