import type { EntityManager } from 'typeorm';

/** A table whose rows belong to tenants. */
export interface OwnedTable {
  name: string;
  /** The tables that hold its rows: its partitions, else itself. */
  leaves: string[];
  /** Whether the rows of a tenant are found by an index. */
  indexed: boolean;
  /** A row may point to another row of the same table. */
  selfReferencing: boolean;
}

/** Where rows point to a tenant or to a person without belonging to a tenant. */
export interface Reference {
  table: string;
  column: string;
  nullable: boolean;
}

interface Found extends OwnedTable {
  /** Tables that point to it. */
  children: string[];
}

/** The keys to what is sealed. */
export const keyTables: readonly string[] = ['retired_data_key', 'data_key'];
/** People are erased with their membership, and the keys at the very end. */
const last = ['membership', ...keyTables];

/**
 * All tables with rows of tenants that the system may delete from, in an order in which nothing is deleted before what
 * points to it. Read from the catalogue, so that a new table is never forgotten. The audit is not among them: it gives
 * its entries away by a function of its own.
 */
export async function ownedTables(rows: EntityManager): Promise<OwnedTable[]> {
  const found: Found[] = await rows.query(`
    SELECT c.relname AS name,
      coalesce((SELECT array_agg(p.relid::regclass::text ORDER BY p.relid) FROM pg_partition_tree(c.oid) p WHERE p.isleaf),
        ARRAY[c.relname::text]) AS leaves,
      EXISTS (SELECT FROM pg_index i WHERE i.indrelid = c.oid AND i.indkey[0] = a.attnum AND i.indpred IS NULL) AS indexed,
      EXISTS (SELECT FROM pg_constraint f WHERE f.contype = 'f' AND f.conrelid = c.oid AND f.confrelid = c.oid)
        AS "selfReferencing",
      coalesce((SELECT array_agg(DISTINCT f.conrelid::regclass::text) FROM pg_constraint f
        WHERE f.contype = 'f' AND f.confrelid = c.oid AND f.conrelid <> c.oid AND f.conparentid = 0), '{}') AS children
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
      AND has_table_privilege('waypost_system', c.oid, 'DELETE')
    ORDER BY c.relname`);
  return childrenFirst(found);
}

/** What is pointed to comes after what points to it; of what could come next, `last` waits longest. */
export function childrenFirst<T extends { name: string; children: string[] }>(tables: T[]): T[] {
  const open = [...tables].sort((one, other) => last.indexOf(one.name) - last.indexOf(other.name));
  const ordered: T[] = [];
  while (open.length > 0) {
    const waiting = new Set(open.map(({ name }) => name));
    // Tables that point to each other in a circle have no order; then the database says what is in the way.
    const next = open.find(({ children }) => !children.some((child) => waiting.has(child))) ?? open[0];
    if (!next) break;
    ordered.push(next);
    open.splice(open.indexOf(next), 1);
  }
  return ordered;
}

/**
 * Foreign keys to `target` that keep a row of it from being deleted; those that cascade or are set to null see to
 * themselves.
 */
export function referencesTo(rows: EntityManager, target: 'tenant' | 'app_user'): Promise<Reference[]> {
  return rows.query(
    `SELECT f.conrelid::regclass::text AS table, a.attname AS column, NOT a.attnotnull AS nullable
     FROM pg_constraint f JOIN pg_attribute a ON a.attrelid = f.conrelid AND a.attnum = f.conkey[1]
     WHERE f.contype = 'f' AND f.confrelid = $1::regclass AND f.confdeltype IN ('a', 'r') AND f.conparentid = 0
       AND a.attname <> 'tenant_id' AND f.conrelid <> 'membership'::regclass`,
    [target],
  );
}
