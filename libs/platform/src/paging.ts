/** Which part of a list is wanted: at most `limit` rows behind the row whose key is `after`. */
export interface PageRequest {
  limit: number;
  after?: string;
}

export interface PagePart<Row> {
  data: Row[];
  /** Key of the last row, when there are more behind it. */
  next: string | null;
}

/** Cuts a page from rows that were read with `limit + 1`: the one too many says that there are more. */
export function pageOf<Row>(rows: Row[], limit: number, keyOf: (row: Row) => string): PagePart<Row> {
  const data = rows.slice(0, limit);
  const last = data.at(-1);
  return { data, next: rows.length > limit && last !== undefined ? keyOf(last) : null };
}
