import { superviseFromTerminal } from './terminal.ts';
import { watchSources } from './watch.ts';

await superviseFromTerminal(watchSources);
