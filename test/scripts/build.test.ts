import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { aFolder } from '../support/folders.ts';
import { aLocalSlack } from '../support/rolefit.ts';

const SCRIPT = join(import.meta.dirname, '../../scripts/build.ts');

/** A small project with the build script in it. */
function aProject(sources: Readonly<Record<string, string>>) {
  const root = aFolder();
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  mkdirSync(join(root, 'scripts'));
  cpSync(SCRIPT, join(root, 'scripts/build.ts'));
  write('package.json', '{ "type": "module" }');
  for (const [file, text] of Object.entries(sources)) write(file, text);
  return {
    root,
    write,
    build: () => execFileSync(process.execPath, [join(root, 'scripts/build.ts')], { stdio: 'ignore' }),
    built: (file: string): string => readFileSync(join(root, 'dist', file), 'utf8'),
  };
}

const SOURCES = {
  'src/main.ts':
    "import type { Plan } from './plan.ts';\nimport { days } from './deep/days.ts';\n\nexport const plan: Plan = { days };\nexport const later = async (): Promise<number> => (await import('./deep/days.ts')).days;\n",
  'src/plan.ts': 'export interface Plan {\n  days: number;\n}\n',
  'src/deep/days.ts':
    "import data from './days.json' with { type: 'json' };\n\nexport const days: number = data.days;\n",
  'src/deep/days.json': '{ "days": 5 }\n',
  'src/playground/web/page.ts': 'export const page = 1;\n',
  'src/playground/web-api/call.ts': 'export const call = 1;\n',
};

test('what is built runs as its sources do, and its lines stand where they stood', async () => {
  const project = aProject(SOURCES);
  project.build();
  const built = await import(pathToFileURL(join(project.root, 'dist/main.js')).href);
  expect(built.plan).toEqual({ days: 5 });
  expect(await built.later()).toBe(5);
  const lineOf = (text: string): number => text.split('\n').findIndex((line) => line.includes('const plan'));
  expect(lineOf(project.built('main.js'))).toBe(lineOf(SOURCES['src/main.ts']));
});

test('the playground’s page is left to its own build', () => {
  const project = aProject(SOURCES);
  project.build();
  expect(existsSync(join(project.root, 'dist/playground/web'))).toBe(false);
  expect(project.built('playground/web-api/call.js')).toContain('call = 1');
});

test('built again, only what changed is written, and what has no source any more goes', () => {
  const project = aProject(SOURCES);
  project.build();
  const timeOf = (file: string): number => statSync(join(project.root, 'dist', file)).mtimeMs;
  const before = timeOf('deep/days.js');
  project.write('src/plan.ts', 'export const hours: number = 8;\n');
  project.write('src/deep/days.json', '{ "days": 4 }\n');
  rmSync(join(project.root, 'src/main.ts'));
  project.build();
  expect(timeOf('deep/days.js')).toBe(before);
  expect(project.built('plan.js')).toContain('export const hours         = 8;');
  expect(project.built('deep/days.json')).toContain('4');
  expect(existsSync(join(project.root, 'dist/main.js'))).toBe(false);
});

test('what was learned goes when the code that reads texts changes, and stays when other code does', () => {
  const project = aProject({ ...SOURCES, 'src/advisor/words.ts': 'export const words = 1;\n' });
  project.build();
  project.write('dist/learned/stories.learned', 'learned');
  project.write('src/plan.ts', 'export const hours: number = 8;\n');
  project.build();
  expect(project.built('learned/stories.learned')).toBe('learned');
  project.write('src/advisor/words.ts', 'export const words = 2;\n');
  project.build();
  expect(existsSync(join(project.root, 'dist/learned'))).toBe(false);
});

test('a file that was cut short is built anew', () => {
  const project = aProject(SOURCES);
  project.build();
  const whole = project.built('main.js');
  project.write('dist/main.js', whole.slice(0, 40));
  project.build();
  expect(project.built('main.js')).toBe(whole);
});

/** Rolefit as `npm start` runs it; resolves when it is ready, with what it said before. */
async function built(environment: Readonly<Record<string, string>>): Promise<string> {
  execFileSync(process.execPath, [SCRIPT], { stdio: 'ignore' });
  const program = spawn(process.execPath, [join(SCRIPT, '../../dist/main.js')], {
    env: { ROLEFIT_DATA_DIR: aFolder(), ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(program, 'exit');
  onTestFinished(async () => {
    program.kill();
    await ended;
  });
  let said = '';
  for await (const line of createInterface(program.stdout)) {
    if (line === 'rolefit ready') return said;
    said += `${line}\n`;
  }
  throw new Error('It ended before it was ready.');
}

test('Rolefit as it is built answers in Slack', async () => {
  const slack = await aLocalSlack();
  await built({
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_API_URL: slack.apiUrl,
  });
  const founder = slack.person('fay');
  await founder.types('/rolefit We are 14 people, I keep having ideas and nothing gets finished', {
    channel: 'general',
  });
  const answer = await founder.awaits('general');
  expect(answer.text).toContain('implementer');
});

test('the playground as it is built starts, and has its page', async () => {
  const url = /http:\S+/.exec(await built({ PORT: '0' }))?.[0];
  const page = await fetch(String(url));
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('<title>');
}, 60_000);
