/** Injection token of the process's settings. */
export const SETTINGS = Symbol('settings');
/** Injection token of what this process is: `api` or `worker`. */
export const PROCESS_KIND = Symbol('process kind');
/** Injection token of the register of all columns that hold sealed secrets. */
export const SEALED_COLUMNS = Symbol('sealed columns');
