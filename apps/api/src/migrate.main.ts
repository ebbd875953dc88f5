import 'reflect-metadata';
import { connectAsOwner, loadSettings, migrate, sentenceOf, type Settings } from '@waypost/platform';
import { migrations } from './schema.ts';
import { seed } from './seed/seed.ts';

/** Brings the database up to date and sees to it that somebody can sign in; runs to its end, as often as one likes. */
async function run(settings: Settings): Promise<void> {
  const owner = await connectAsOwner(settings, migrations);
  try {
    const done = await migrate(owner);
    say(done.length > 0 ? `Migrated: ${done.join(', ')}.` : 'The database is up to date.');
    for (const sentence of await seed(settings, owner)) say(sentence);
  } finally {
    await owner.destroy();
  }
}

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}

try {
  await run(loadSettings());
  process.exit(0);
} catch (error) {
  process.stderr.write(`${sentenceOf(error)}\n`);
  process.exit(1);
}
