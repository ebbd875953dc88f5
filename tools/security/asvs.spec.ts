import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../run.ts';
import { testTitlesOf, type TestTitle } from './test-titles.ts';

interface Item {
  id: string;
  level: string;
  verdict: string;
  proof: string;
}

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const items = [...read('docs/security/asvs.md').matchAll(/^\| (\d+\.\d+\.\d+) \| (\d) \| ([^|]+) \| ([^|]+) \| (.+) \|$/gm)].map(
  ([, id = '', level = '', , verdict = '', proof = '']): Item => ({ id, level, verdict, proof }),
);
const asked = JSON.parse(read('tools/security/asvs-items.json')) as Record<string, string[]>;

/** Tests that a proof names: `file › title` between backticks. */
const testsOf = ({ proof }: Item) =>
  [...proof.matchAll(/`([^`›]+?) › ([^`]+)`/g)].map(([, file = '', title = '']) => ({ file, title }));

/** What a proof says besides. */
const reasonOf = ({ proof }: Item) => proof.replace(/`[^`›]+ › [^`]+`/g, '').replace(/[^\p{L}]+/gu, ' ').trim();

const titles = new Map<string, TestTitle[]>();
function titlesIn(file: string): TestTitle[] {
  const known = titles.get(file) ?? (existsSync(join(root, file)) ? testTitlesOf(read(file)) : []);
  titles.set(file, known);
  return known;
}

describe('docs/security/asvs.md', () => {
  it('has every item of the levels 1 and 2 once, and no other', () => {
    const expected = Object.entries(asked).flatMap(([level, ids]) => ids.map((id) => `${id} of level ${level}`));
    expect(expected).toHaveLength(253);
    expect(items.map(({ id, level }) => `${id} of level ${level}`).sort()).toEqual(expected.sort());
  });

  it('gives each a verdict, and a test or a reason', () => {
    const verdicts = new Set(['held', 'not applicable', 'not held yet']);
    expect(items.filter(({ verdict }) => !verdicts.has(verdict)).map(({ id }) => id)).toEqual([]);
    // "See above" is no reason, and what is not held needs words whatever test is named.
    const bare = items.filter((item) => reasonOf(item).length < 8 && (testsOf(item).length === 0 || item.verdict !== 'held'));
    expect(bare.map(({ id }) => id)).toEqual([]);
    const open = items.filter(({ verdict, proof }) => verdict === 'not held yet' && !/\b(Closed|With \d+\.\d+\.\d+)\b/.test(proof));
    expect(open.map(({ id }) => id)).toEqual([]);
  });

  it('names tests that exist and are run', () => {
    const wrong = items.flatMap((item) =>
      testsOf(item).flatMap(({ file, title }) => {
        const found = titlesIn(file).filter((test) => test.title === title);
        if (found.length === 0) return [`${item.id}: there is no test "${title}" in ${file}`];
        return found.some(({ skipped }) => !skipped) ? [] : [`${item.id}: "${title}" in ${file} is skipped`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('counts rightly how it stands', () => {
    for (const level of ['1', '2']) {
      const having = (wanted: string) => items.filter((item) => item.level === level && item.verdict === wanted).length;
      const counts = ['held', 'not applicable', 'not held yet'].map(having).join(' | ');
      expect(read('docs/security/asvs.md')).toContain(`| Level ${level} | ${counts} |`);
    }
  });
});

describe('the titles of a file', () => {
  const skippedIn = (text: string) => Object.fromEntries(testTitlesOf(text).map(({ title, skipped }) => [title, skipped]));

  it('are found plain, in tables, in templates and within each other', () => {
    const text = `
      describe('a', () => { it('one', () => {}); test.each([1])('two %i', () => {}); });
      test(\`three \${n}\`, async () => {}); it.each\`x\`('four $x', () => {}); test.describe('b', () => { test("five's", () => {}); });`;
    expect(skippedIn(text)).toEqual({ one: false, 'two %i': false, 'three ${n}': false, 'four $x': false, "five's": false });
  });

  it.each([
    [`it.skip('one', () => {})`],
    [`xit('one', () => {})`],
    [`xtest('one', () => {})`],
    [`it.todo('one')`],
    [`test.skip.each([1])('one', () => {})`],
    [`describe.skip('a', () => { it('one', () => {}); })`],
    [`xdescribe('a', () => { describe('b', () => { it('one', () => {}); }); })`],
    [`test('one', async () => { test.skip(true, 'not now'); })`],
    [`test.describe('a', () => { test.skip(); test('one', () => {}); })`],
    [`// it('one', () => {})\nit.skip('one', () => {})`],
  ])('are skipped in %s', (text) => {
    expect(skippedIn(text)).toEqual({ one: true });
  });

  it('are not those in comments and texts', () => {
    expect(skippedIn(`// it('one', () => {})\nconst text = "it('two', () => {})";`)).toEqual({});
  });
});
