import { spawn } from 'node:child_process';
import { expect, test } from 'vitest';

test('a run that failed says so when it ends, though PostgreSQL was started in it', async () => {
  const server = new URL('./postgres-server.ts', import.meta.url).href;
  const child = spawn(process.execPath, [
    '--input-type=module',
    '--eval',
    `await import(${JSON.stringify(server)}); process.exitCode = 3;`,
  ]);
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  expect(code).toBe(3);
});
