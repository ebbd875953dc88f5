import { type Permission, permissions, type Role, roleAllows, roles } from './permissions.ts';

const all = Object.keys(permissions) as Permission[];
const allowed = (role: Role) => all.filter((permission) => roleAllows(role, permission)).sort();

describe('roleAllows', () => {
  it('knows the four roles within a tenant', () => {
    expect([...roles].sort()).toEqual(['AGENT', 'BILLING_ADMIN', 'DEVELOPER', 'TENANT_ADMIN']);
  });

  it.each<[Role, Permission[]]>([
    ['TENANT_ADMIN', all.filter((permission) => permission !== 'platform:admin')],
    ['DEVELOPER', ['waba:read', 'routing:read', 'routing:write', 'deliveries:read', 'deliveries:write', 'team:read', 'keys:read', 'keys:write', 'plan:read', 'settings:read']],
    ['AGENT', ['waba:read', 'team:read', 'settings:read']],
    ['BILLING_ADMIN', ['team:read', 'plan:read', 'settings:read']],
  ])('gives %s exactly what the role is for', (role, expected) => {
    expect(allowed(role)).toEqual([...expected].sort());
  });

  it('gives the platform to no role within a tenant', () => {
    expect(roles.filter((role) => roleAllows(role, 'platform:admin'))).toEqual([]);
  });

  it('lets nobody write what the role may not read', () => {
    for (const write of all.filter((permission) => permission.endsWith(':write'))) {
      const read = write.replace(':write', ':read') as Permission;
      expect(all).toContain(read);
      for (const role of roles) if (roleAllows(role, write)) expect(allowed(role)).toContain(read);
    }
  });

  it('names only roles that exist, each once', () => {
    for (const who of Object.values<readonly Role[]>(permissions)) {
      expect(who.every((role) => roles.includes(role))).toBe(true);
      expect(new Set(who).size).toBe(who.length);
    }
  });
});
