import Papa from 'papaparse';

export type Cell = string | number | boolean | Date | null;

/** Tells spreadsheets that the text is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';
const LINE_END = '\r\n';

/**
 * What a spreadsheet may take for a formula, with any apostrophes already in front: a sign of an operation, also in full
 * width and behind blanks, or a control character that it skips. A text like that gets one apostrophe more when it is
 * written and loses one when it is read, so every text comes back as it was: `+55…` goes out as `'+55…`.
 */
const formula = /^'*\s*[=+\-@＝＋－＠]|^'*[\t\r\n\u0000]/;
const guarded = /^'/;

/** The first line of a file: the names of its columns. */
export function csvHeader(names: string[]): string {
  return BYTE_ORDER_MARK + csvRows([names]);
}

/** Lines of a file (RFC 4180, commas, CRLF), each with its end, so that a file can be written piece by piece. */
export function csvRows(rows: Cell[][]): string {
  if (rows.length === 0) return '';
  const texts = rows.map((row) => row.map(written));
  return Papa.unparse(texts, { quotes: true, newline: LINE_END, header: false }) + LINE_END;
}

/** Cells of every line, the names of the columns first. Reads what `csvRows` wrote and what spreadsheets save. */
export function readCsv(
  text: string,
  { delimiter = ',' }: { delimiter?: ',' | ';' | '\t' } = {},
): string[][] {
  const whole = text.replace(BYTE_ORDER_MARK, (mark, at) => (at === 0 ? '' : mark)).replace(/\r?\n$/, '');
  if (whole === '') return [];
  const { data } = Papa.parse<string[]>(whole, { delimiter, header: false, skipEmptyLines: false });
  return data.map((row) => row.map(read));
}

function written(cell: Cell): string {
  if (cell === null) return '';
  if (cell instanceof Date) return cell.toISOString();
  // A number is one, also below zero.
  if (typeof cell !== 'string') return String(cell);
  return formula.test(cell) ? `'${cell}` : cell;
}

function read(cell: string): string {
  return guarded.test(cell) && formula.test(cell) ? cell.slice(1) : cell;
}
