import { Readable } from 'node:stream';
import { applyDecorators } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { type Cell, csvHeader, csvRows } from '@waypost/platform';
import type { FastifyReply } from 'fastify';

/** Describes an answer that is a CSV file. */
export const ApiCsv = () =>
  applyDecorators(
    ApiOkResponse({
      description:
        'UTF-8, commas; a cell that a spreadsheet would take for a formula has an apostrophe in front',
      content: { 'text/csv': { schema: { type: 'string' } } },
    }),
  );

/**
 * Answers a file piece by piece, as fast as it is taken. What goes wrong before the first rows are there is answered as
 * an error; later it breaks the connection off.
 */
export async function sendCsv(
  reply: FastifyReply,
  { name, columns, rows }: { name: string; columns: string[]; rows: AsyncIterable<Cell[][]> },
): Promise<void> {
  const parts = rows[Symbol.asyncIterator]();
  const first = await parts.next();
  async function* text() {
    yield csvHeader(columns);
    for (let part = first; !part.done; part = await parts.next()) yield csvRows(part.value);
  }
  void reply
    .header('content-type', 'text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}.csv"`)
    .header('cache-control', 'no-store')
    .send(Readable.from(text()));
}
