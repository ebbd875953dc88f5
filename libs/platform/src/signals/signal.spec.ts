import { decodeSignal, encodeSignal, type Signal, type SignalTopic } from './signal.ts';

const tenant = (nth: number) => `01990000-0000-7000-8000-${String(nth).padStart(12, '0')}`;

test('a signal arrives as it was sent', () => {
  const signal: Signal = new Map([
    [tenant(1), new Set<SignalTopic>(['deliveries', 'events'])],
    [tenant(2), new Set<SignalTopic>(['setup'])],
  ]);
  expect(decodeSignal(encodeSignal(signal))).toEqual(signal);
});

test('one about more tenants than a notification has room for is for everybody', () => {
  const signal: Signal = new Map(
    Array.from({ length: 500 }, (_, nth) => [
      tenant(nth),
      new Set<SignalTopic>([nth === 7 ? 'bulk' : 'events']),
    ]),
  );
  const text = encodeSignal(signal);
  expect(Buffer.byteLength(text)).toBeLessThan(8_000);
  expect(decodeSignal(text)).toEqual(new Map([['*', new Set(['events', 'bulk'])]]));
});

test.each(['', 'null', '7', '[', '{"a":1}', '{"a":["nonsense"]}'])(
  'what is no signal says nothing: %j',
  (text) => {
    expect(decodeSignal(text).size).toBe(0);
  },
);
