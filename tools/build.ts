import { Refusal } from './services/refusal.ts';
import { commandOfPackage, run } from './run.ts';

/**
 * Builds every app into dist/. Always whole: it takes a fraction of a second.
 * @throws Refusal with what the bundler said
 */
export async function build(): Promise<void> {
  const { code, output } = await run(
    process.execPath,
    [commandOfPackage('rolldown'), '-c', 'rolldown.config.mjs'],
    { output: 'keep' },
  );
  if (code !== 0) throw new Refusal(`The build failed:\n${output.trimEnd()}`);
}

export async function buildOrExit(): Promise<void> {
  try {
    await build();
  } catch (error) {
    console.error(error instanceof Refusal ? error.message : error);
    process.exit(1);
  }
}
