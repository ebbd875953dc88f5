import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Accounts } from './accounts.ts';

const folder = mkdtempSync(join(tmpdir(), 'waypost-accounts-'));
afterAll(() => rmSync(folder, { recursive: true }));

const owners = new Map([
  ['1', ['orders', 'archive']],
  ['2', ['desk']],
]);
let books = 0;

/** Journals in the making: what was posted and answered, what a project received and answered. */
function journals() {
  const [sent, received] = ['sent', 'received'].map((name) => join(folder, `${name}-${(books += 1)}.jsonl`));
  const accounts = new Accounts(owners, received!);
  accounts.begin('1', sent!);
  const write = (file: string, line: object) => appendFileSync(file, `${JSON.stringify(line)}\n`);
  return {
    accounts,
    posted: (keys: string[], status: number | null = 200) =>
      write(sent!, { status, error: status ? null : 'reset', keys }),
    arrived: (project: string, keys: string[], more: object = {}) =>
      write(received!, {
        at: 5,
        project,
        webhookId: 'w1',
        attempt: 1,
        signed: true,
        answer: 200,
        keys,
        ...more,
      }),
    kinds: () => {
      accounts.read();
      return accounts.violations.map(({ kind }) => kind);
    },
  };
}

describe('the accounts of a crash run', () => {
  it('close when every project of the number has got what was acknowledged', () => {
    const { accounts, posted, arrived, kinds } = journals();
    posted(['1|messages|a']);
    arrived('orders', ['1|messages|a']);
    arrived('archive', ['1|messages|a'], { webhookId: 'w2' });
    expect(kinds()).toEqual([]);
    expect(accounts.of('1')).toMatchObject({
      acknowledged: 1,
      owed: 2,
      delivered: 2,
      duplicates: 0,
      missing: [],
      lastAt: 5,
    });
  });

  it('miss what a project did not get, or got and did not take', () => {
    const { accounts, posted, arrived, kinds } = journals();
    posted(['1|messages|a']);
    arrived('orders', ['1|messages|a'], { answer: 500 });
    arrived('archive', ['1|messages|a'], { webhookId: 'w2', answer: 'held' });
    expect(kinds()).toEqual([]);
    expect(accounts.missing('1')).toBe(2);
  });

  it('owe nothing for a webhook that was not acknowledged, delivered or not', () => {
    const { accounts, posted, arrived, kinds } = journals();
    posted(['1|messages|a'], 503);
    posted(['2|messages|b'], null);
    arrived('desk', ['2|messages|b']);
    expect(kinds()).toEqual([]);
    expect(accounts.of('1')).toMatchObject({
      acknowledged: 0,
      owed: 0,
      refused: new Map([
        ['HTTP 503', 1],
        ['reset', 1],
      ]),
    });
  });

  it('take a repeated delivery under the same id for a duplicate', () => {
    const { accounts, posted, arrived, kinds } = journals();
    posted(['2|messages|b']);
    arrived('desk', ['2|messages|b']);
    arrived('desk', ['2|messages|b'], { attempt: 2 });
    expect(kinds()).toEqual([]);
    expect(accounts.of('1')).toMatchObject({ delivered: 1, duplicates: 1 });
  });

  it.each<[string, string, string, object]>([
    ['under two ids', 'desk', '2|messages|b', { webhookId: 'another' }],
    ['misdirected', 'orders', '2|messages|b', {}],
    ['misdirected', 'desk', '9|messages|of nobody', {}],
    ['not as signed', 'desk', '2|messages|b', { signed: false }],
  ])('call a delivery %s: %s, %s', (kind, project, key, more) => {
    const { posted, arrived, kinds } = journals();
    posted(['2|messages|b']);
    arrived('desk', ['2|messages|b']);
    arrived(project, [key], more);
    expect(kinds()).toEqual([kind]);
  });
});
