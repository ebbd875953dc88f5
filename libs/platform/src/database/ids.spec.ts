import fc from 'fast-check';
import { instantOf, lowestIdAt, newId } from './ids.ts';

const instants = fc.date({
  min: new Date(0),
  max: new Date('9999-12-31T23:59:59.999Z'),
  noInvalidDate: true,
});

describe('newId', () => {
  it('is a UUID of version 7', () => {
    expect(newId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('grows from call to call, also within one millisecond', () => {
    const ids = Array.from({ length: 5_000 }, () => newId());
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('grows also while the clock of the machine is set back', () => {
    const clock = Date.now;
    const before = newId();
    try {
      Date.now = () => clock() - 1_000;
      expect(newId() > before).toBe(true);
    } finally {
      Date.now = clock;
    }
  });

  it('bears the time of its making', () => {
    const before = Date.now();
    const made = instantOf(newId()).getTime();
    expect(made).toBeGreaterThanOrEqual(before);
    expect(made).toBeLessThanOrEqual(Date.now() + 1);
  });
});

describe('lowestIdAt', () => {
  it.each([
    ['1970-01-01T00:00:00.000Z', '00000000-0000-0000-0000-000000000000'],
    ['2026-11-20T12:00:00.000Z', '01a1f8d3-ea00-0000-0000-000000000000'],
    ['1969-12-31T23:59:59.999Z', '00000000-0000-0000-0000-000000000000'],
  ])('of %s is %s', (at, id) => {
    expect(lowestIdAt(new Date(at))).toBe(id);
  });

  it('is below every id made from then on, and above every id made before', () => {
    const id = newId();
    const made = instantOf(id).getTime();
    expect(lowestIdAt(new Date(made)) < id).toBe(true);
    expect(lowestIdAt(new Date(made + 1)) > id).toBe(true);
  });

  it('sorts like the instants, and gives them back', () => {
    fc.assert(
      fc.property(instants, instants, (a, b) => {
        expect(Math.sign(lowestIdAt(a).localeCompare(lowestIdAt(b), 'en'))).toBe(
          Math.sign(a.getTime() - b.getTime()),
        );
        expect(instantOf(lowestIdAt(a))).toEqual(a);
      }),
    );
  });
});
