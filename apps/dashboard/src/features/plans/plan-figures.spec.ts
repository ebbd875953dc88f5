import { amountOf, microsOf, wholeOf } from './plan-figures.ts';

it('an amount is read with point or comma, to the last digit', () => {
  expect(microsOf('29')).toBe(29_000_000);
  expect(microsOf('29.5')).toBe(29_500_000);
  expect(microsOf('0,000001')).toBe(1);
  expect(microsOf('1.15')).toBe(1_150_000);
});

it('what is no amount is none', () => {
  for (const text of ['', 'ten', '-1', '1e3', '1.2.3', '1.0000001']) expect(microsOf(text)).toBeUndefined();
});

it('an amount that was stored is shown as it was typed', () => {
  for (const text of ['0', '29', '29.5', '1.15']) expect(amountOf(microsOf(text) ?? -1)).toBe(text);
});

it('a limit left empty is none, and what is no number is refused', () => {
  expect(wholeOf('')).toBeNull();
  expect(wholeOf('0')).toBe(0);
  expect(wholeOf('250')).toBe(250);
  for (const text of ['many', '1.5', '-1', '1e3']) expect(wholeOf(text)).toBeUndefined();
});
