import { queryOf } from './query.ts';

describe('what was typed', () => {
  it.each([
    [' orders ', { text: 'orders', uuid: null, digits: null, itemId: null, like: '%orders%' }],
    ['01990000-0000-7000-8000-00000000000A', { uuid: '01990000-0000-7000-8000-00000000000a', itemId: null }],
    ['+1 (555) 010-9999', { digits: '15550109999', itemId: null }],
    ['555', { digits: '555' }],
    ['55', { digits: null }],
    ['106540352242922', { digits: '106540352242922', itemId: '106540352242922' }],
    ['wamid.HBgLMTU1NTAxMDk5OTk=', { itemId: 'wamid.HBgLMTU1NTAxMDk5OTk=', digits: null }],
    ['50%_a\\b', { like: '%50\\%\\_a\\\\b%' }],
  ])('%s', (typed, expected) => {
    expect(queryOf(typed)).toMatchObject(expected);
  });
});
