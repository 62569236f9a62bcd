import fc from 'fast-check';

// For mutation testing: each mutant meets the same draws, and a failure is not shrunk, since nobody reads it.
fc.configureGlobal({ seed: 20_260_101, endOnFailure: true });
