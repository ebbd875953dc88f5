import { pageOf, pageRequest, PageQuery } from './paging.ts';

const id = '0192f0c4-8c7a-7b1c-9d2e-3f4a5b6c7d8e';
const query = (cursor?: string) => Object.assign(new PageQuery(), { limit: 2, cursor });

describe('paging', () => {
  it('leads from one page to the next', () => {
    const { nextCursor } = pageOf({ data: [{ id: 'x' }, { id }], next: id }, (row) => row);
    expect(pageRequest(query(nextCursor!))).toEqual({ limit: 2, after: id });
  });

  it('ends with the last page', () => {
    expect(pageOf({ data: [1], next: null }, (row) => row * 2)).toEqual({ data: [2], nextCursor: null });
  });

  it.each(['', 'nonsense', Buffer.from("' OR 1=1").toString('base64url')])(
    'refuses the cursor %p',
    (cursor) => {
      expect(() => pageRequest(query(cursor))).toThrow(/cursor/);
    },
  );
});
