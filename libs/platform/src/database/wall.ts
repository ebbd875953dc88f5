const currentTenant = `nullif(current_setting('app.tenant_id', true), '')::uuid`;

/**
 * SQL that puts a tenant-owned table behind the wall: `waypost_app` sees rows of the tenant set in its
 * transaction, `waypost_system` sees all, and FORCE keeps even the owner out.
 */
export function wall(table: string, grants = 'SELECT, INSERT, UPDATE, DELETE', tenantColumn = 'tenant_id'): string {
  return `
    ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
    ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
    CREATE POLICY tenant ON ${table} FOR ALL TO waypost_app
      USING (${tenantColumn} = ${currentTenant}) WITH CHECK (${tenantColumn} = ${currentTenant});
    CREATE POLICY system ON ${table} FOR ALL TO waypost_system USING (true) WITH CHECK (true);
    GRANT ${grants} ON ${table} TO waypost_app;
    GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON ${table} TO waypost_system;`;
}

/** SQL for a table without a tenant: only cross-tenant steps may touch it. */
export function systemOnly(table: string): string {
  return `
    ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
    ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
    CREATE POLICY system ON ${table} FOR ALL TO waypost_system USING (true) WITH CHECK (true);
    GRANT SELECT ON ${table} TO waypost_app;
    GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON ${table} TO waypost_system;`;
}

/**
 * SQL for what must be found before the tenant is known: a narrow function that runs as `waypost_system`
 * with a fixed search path and that only `waypost_app` may call.
 */
export function definer(signature: string, returns: string, body: string): string {
  return `
    CREATE FUNCTION ${signature} RETURNS ${returns} LANGUAGE sql STABLE SECURITY DEFINER
      SET search_path = public, pg_temp AS $$ ${body} $$;
    ALTER FUNCTION ${signature} OWNER TO waypost_system;
    REVOKE ALL ON FUNCTION ${signature} FROM PUBLIC;
    GRANT EXECUTE ON FUNCTION ${signature} TO waypost_app, waypost_system;`;
}
