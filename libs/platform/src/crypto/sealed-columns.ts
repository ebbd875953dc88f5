/** A column that holds sealed secrets, so that they can be found and sealed anew. */
export interface SealedColumn {
  table: string;
  /** As the database names it. */
  column: string;
  /** As the secret's place names it. */
  place: string;
  /** The row's id, as the secret's place has it. */
  idColumn: string;
  /** Null where the rows belong to no tenant: their secrets are the platform's. */
  tenantColumn: string | null;
}

interface Where {
  idColumn?: string;
  tenantColumn?: string | null;
  /** Columns by the name that their secrets' places have for them, where it is another. */
  columns: Record<string, string> | readonly string[];
}

/** Each lib lists its own beside its entities; a test finds columns of bytes that are in no list. */
export function sealedColumns(
  table: string,
  { idColumn = 'id', tenantColumn = 'tenant_id', columns }: Where,
): SealedColumn[] {
  const pairs = Array.isArray(columns)
    ? columns.map((name: string) => [name, name] as const)
    : Object.entries(columns);
  return pairs.map(([place, column]) => ({ table, column, place, idColumn, tenantColumn }));
}

/** Of the platform's own tables. */
export const platformSealed = sealedColumns('idempotency_key', { columns: ['answer'] });
