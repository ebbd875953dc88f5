import { superviseFromTerminal } from './terminal.ts';

await superviseFromTerminal(() => undefined);
