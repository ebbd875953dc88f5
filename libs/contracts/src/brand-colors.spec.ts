import { contrast, DEFAULT_BRAND, LEAST_CONTRAST, MOST_CHROMA, solveBrandColors } from './brand-colors.ts';

test.each([
  ['#000000', '#ffffff', 21],
  ['#ffffff', '#ffffff', 1],
  ['#777777', '#ffffff', 4.48],
  ['#25d366', '#ffffff', 1.98],
])('the contrast of %s with %s is %f', (one, other, expected) => {
  expect(contrast(one, other)).toBeCloseTo(expected, 1);
  expect(contrast(other, one)).toBe(contrast(one, other));
});

/** Every sixth of the way through each channel: pure, pale, dark and grey ones. */
const steps = ['00', '2b', '55', '80', 'aa', 'd5', 'ff'];
const colours = steps.flatMap((r) => steps.flatMap((g) => steps.map((b) => `#${r}${g}${b}`)));

test('whatever the colour, text on it and text of it can be read in both themes', () => {
  for (const colour of colours) {
    const solved = solveBrandColors(colour);
    for (const theme of [solved.light, solved.dark]) {
      const readable = {
        colour,
        fill: contrast(theme.brand, theme.brandFg) >= LEAST_CONTRAST,
        text: contrast(theme.brandText, theme.brandSoft) >= LEAST_CONTRAST,
      };
      expect(readable).toEqual({ colour, fill: true, text: true });
      expect(Math.min(theme.fillContrast, theme.textContrast)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
    }
    expect(contrast(solved.light.brandText, '#ffffff')).toBeGreaterThanOrEqual(LEAST_CONTRAST);
    expect(contrast(solved.dark.brandText, '#0d1014')).toBeGreaterThanOrEqual(LEAST_CONTRAST);
  }
});

test.each(Array.from({ length: 24 }, (_, at) => at * 15))('keeps the hue %i', (hue) => {
  // A colour of that hue on the way round the edges of what a screen shows.
  const channel = (n: number) => {
    const k = (n + hue / 30) % 12;
    return Math.round(255 * (0.5 - 0.5 * Math.max(-1, Math.min(k - 3, 9 - k, 1))))
      .toString(16)
      .padStart(2, '0');
  };
  const { hue: given, chroma, light } = solveBrandColors(`#${channel(0)}${channel(8)}${channel(4)}`);
  expect(chroma).toBeLessThanOrEqual(MOST_CHROMA);
  const turned = Math.abs(solveBrandColors(light.brand).hue - given);
  // Clipping turns some hues; it must not make them another colour.
  expect(Math.min(turned, 360 - turned)).toBeLessThan(20);
});

test('says what a colour would have been as it was given', () => {
  expect(solveBrandColors('#ffee00').asGiven).toEqual({
    onLight: expect.any(Number),
    onDark: expect.any(Number),
  });
  expect(solveBrandColors('#ffee00').asGiven.onLight).toBeLessThan(1.3);
  expect(solveBrandColors('#ffee00').asGiven.onDark).toBeGreaterThan(12);
});

test("the default is the design's own hue", () => {
  const { hue, chroma } = solveBrandColors(DEFAULT_BRAND);
  expect(Math.abs(hue - 212)).toBeLessThan(3);
  expect(Math.abs(chroma - 0.095)).toBeLessThan(0.01);
});

test.each(['', '#fff', 'red', '#12345', '#gggggg', '123456'])('"%s" is no colour', (value) => {
  expect(() => solveBrandColors(value)).toThrow('is not a colour');
});
