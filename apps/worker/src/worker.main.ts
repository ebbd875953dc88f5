import 'reflect-metadata';
import { loadSettings, runProcess } from '@waypost/platform';
import { createWorker } from './create-worker.ts';

await runProcess(() => createWorker({ settings: loadSettings() }));
