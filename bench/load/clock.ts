/** Milliseconds on the machine's monotonic clock: the same in every process of this host. */
export const now = (): number => Number(process.hrtime.bigint()) / 1e6;
