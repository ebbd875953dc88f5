import fc from 'fast-check';
import { csvHeader, csvRows, readCsv } from './csv.ts';

const cell = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }).filter((text) => text.isWellFormed()),
  fc.stringMatching(/^['"=+\-@\t\r\n, ＝]{0,4}[a-z0-9"',\r\n]{0,4}$/),
);

describe('CSV', () => {
  it('gives back every text that went in', () => {
    const tables = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
      );
    fc.assert(
      fc.property(tables, (rows) => {
        const [names = [], ...rest] = rows;
        expect(readCsv(csvHeader(names) + csvRows(rest))).toEqual(rows);
      }),
      { numRuns: 2_000 },
    );
  });

  it('writes no cell that a spreadsheet takes for a formula', () => {
    fc.assert(
      fc.property(cell, (text) => {
        const [, first = ''] = /^"([^]?)/.exec(csvRows([[text]])) ?? [];
        expect('=+-@\t\r\n＝＋－＠\u0000'.includes(first) && first !== '').toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['=1+1', `"'=1+1"\r\n`],
    [' =1+1', `"' =1+1"\r\n`],
    ['+5511987654321', `"'+5511987654321"\r\n`],
    ["'+5511987654321", `"''+5511987654321"\r\n`],
    ['-3', `"'-3"\r\n`],
    ["O'Brien", `"O'Brien"\r\n`],
    ["'twas", `"'twas"\r\n`],
    [-3, '"-3"\r\n'],
    [null, '""\r\n'],
    [new Date(0), '"1970-01-01T00:00:00.000Z"\r\n'],
  ])('writes %j as %j', (value, written) => {
    expect(csvRows([[value]])).toBe(written);
  });

  it('keeps a phone number through export and import, and one that a spreadsheet saved plainly', () => {
    const numbers = ['+55 11 98765-4321', '5511987654321', '+4915112345678'];
    expect(
      readCsv(csvHeader(['phone']) + csvRows(numbers.map((number) => [number])))
        .slice(1)
        .flat(),
    ).toEqual(numbers);
    expect(readCsv('phone\n+5511987654321\n')).toEqual([['phone'], ['+5511987654321']]);
    expect(readCsv('phone;name\r\n+55;Ana\r\n', { delimiter: ';' })).toEqual([
      ['phone', 'name'],
      ['+55', 'Ana'],
    ]);
  });

  it('makes nothing of nothing', () => {
    expect([csvRows([]), readCsv('')]).toEqual(['', []]);
  });
});
