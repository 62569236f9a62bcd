import type { TestProject } from 'vitest/node';
import { aPostgresServer } from './postgres-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the tests' PostgreSQL is; empty when there is none. */
    postgresAddress: string;
    whyNoPostgres: string;
  }
}

/** One PostgreSQL for all test files; each takes databases of its own from it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  try {
    const server = await aPostgresServer();
    project.provide('postgresAddress', server.address);
    project.provide('whyNoPostgres', '');
    return server.stop;
  } catch (error) {
    project.provide('postgresAddress', '');
    project.provide(
      'whyNoPostgres',
      String(error instanceof Error ? error.message : error).split('\n')[0] ?? '',
    );
    return async () => undefined;
  }
}
