const network = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EPIPE',
  'EHOSTUNREACH',
]);

/**
 * SQLSTATEs that say nothing of what was asked: the connection (08), a conflict with others (40), resources (53),
 * an operator's or a limit's doing (57), the system (58), a lock not had in time, a database that lets nobody in.
 */
const passing = /^(08|40|53|57|58|25P0[34]|55P03|55000)/;

/** The pool and the protocol of `pg` name no code. */
const wordsOfPg =
  /^(Connection terminated|timeout expired|timeout exceeded when trying to connect|Query read timeout|Client (has encountered a connection error|was closed))/;

/** What TypeORM says of a transaction whose line was cut between two statements. */
const namesOfTypeOrm = /^QueryRunner(Provider)?AlreadyReleasedError$/;

/** Whether the database failed rather than the request, so that the same may well succeed in a moment. */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  if (typeof code === 'string') return network.has(code) || passing.test(code);
  if (error instanceof AggregateError) return error.errors.some(isTransient);
  return wordsOfPg.test(error.message) || namesOfTypeOrm.test(error.name);
}
