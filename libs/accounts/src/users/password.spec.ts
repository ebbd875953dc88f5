import { hashPassword, passwordMatches } from './password.ts';

describe('passwords', () => {
  it('are kept as argon2id with the parameters of OWASP', async () => {
    expect(await hashPassword('correct horse')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('match themselves alone', async () => {
    const kept = await hashPassword('correct horse');
    expect(await passwordMatches('correct horse', kept)).toBe(true);
    expect(await passwordMatches('correct horsf', kept)).toBe(false);
  });

  it('are worked through also when there is no account', async () => {
    expect(await passwordMatches('correct horse', undefined)).toBe(false);
  });
});
