import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll } from 'vitest';

// The suite must not go red by itself: what is drawn at random is the same in every run.
fc.configureGlobal({ seed: 20_260_413 });

// The program stores results where its user keeps caches; the suite keeps its own, for each file of tests.
const caches = mkdtempSync(join(tmpdir(), 'sla-cache-'));
process.env.XDG_CACHE_HOME = caches;
afterAll(() => rmSync(caches, { recursive: true, force: true }));
