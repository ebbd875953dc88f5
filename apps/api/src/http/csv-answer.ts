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

/** Answers a file piece by piece, as fast as it is taken; what goes wrong on the way breaks the connection off. */
export function sendCsv(
  reply: FastifyReply,
  { name, columns, rows }: { name: string; columns: string[]; rows: AsyncIterable<Cell[][]> },
): void {
  async function* text() {
    yield csvHeader(columns);
    for await (const part of rows) yield csvRows(part);
  }
  void reply
    .header('content-type', 'text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}.csv"`)
    .header('cache-control', 'no-store')
    .send(Readable.from(text()));
}
