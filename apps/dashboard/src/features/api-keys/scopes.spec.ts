import { keyScopes } from '@waypost/contracts';
import { areas, scopesOf, toggled } from './scopes.ts';

describe('scopes of a key', () => {
  it('stand in areas, each once', () => {
    const listed = areas.flatMap(({ area, kinds }) => kinds.map((kind) => scopesOf(area, kind)));
    expect(listed.toSorted()).toEqual(keyScopes.toSorted());
  });

  it('read what they write', () => {
    expect(toggled([], 'routing', 'write')).toEqual(['routing:read', 'routing:write']);
    expect(toggled(['waba:read'], 'waba', 'read')).toEqual([]);
  });

  it('do not write what they cannot read', () => {
    expect(toggled(['routing:read', 'routing:write', 'plan:read'], 'routing', 'read')).toEqual(['plan:read']);
    expect(toggled(['routing:read', 'routing:write'], 'routing', 'write')).toEqual(['routing:read']);
  });
});
