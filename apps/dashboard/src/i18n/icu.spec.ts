import { askedBy } from './icu.ts';

it('finds values, tags and the forms of plurals, also within each other', () => {
  const asked = askedBy('<b>{name}</b>: {kind, select, a {{count, plural, =0 {none} one {# of {all, number}} other {#}}} other {}}');
  expect(asked.values).toEqual(new Set(['name', 'kind', 'count', 'all']));
  expect(asked.tags).toEqual(new Set(['b']));
  expect(asked.plurals).toEqual([{ value: 'count', forms: new Set(['=0', 'one', 'other']) }]);
  expect(asked.selects).toEqual([{ value: 'kind', options: new Set(['a', 'other']) }]);
});

it.each(['{name', 'name}', '{count, plural, one {#}', '{, number}'])('says what is wrong with %s', (message) => {
  expect(() => askedBy(message)).toThrow(/Expected/);
});
