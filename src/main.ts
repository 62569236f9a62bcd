import { startInLittleMemory } from './heap.ts';

startInLittleMemory();
await import('./run.ts');
