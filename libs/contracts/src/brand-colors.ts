/** Least contrast of text with what it stands on (WCAG 2, level AA). */
export const LEAST_CONTRAST = 4.5;

/** Above it colours leave what screens can show, and contrast falls with the clipping. */
export const MOST_CHROMA = 0.16;

/** The brand of an installation that has chosen none. */
export const DEFAULT_BRAND = '#108a9e';

export const brandColorPattern = /^#[0-9a-f]{6}$/i;

interface Oklch {
  /** 0 to 1. */
  lightness: number;
  chroma: number;
  /** Degrees. */
  hue: number;
}

/** The tokens of one theme that follow the brand, as `#rrggbb`. */
export interface BrandTheme {
  /** Fills: buttons. */
  brand: string;
  /** Text on a fill. */
  brandFg: string;
  /** Links and active icons, on any surface. */
  brandText: string;
  /** A tint behind brandText. */
  brandSoft: string;
  /** Of brandFg on brand. */
  fillContrast: number;
  /** Of brandText on the surface where it is least. */
  textContrast: number;
}

export interface BrandColors {
  /** For `--brand-hue` and `--brand-chroma`. */
  hue: number;
  chroma: number;
  /** What the colour itself would give as text: why it is mended. */
  asGiven: { onLight: number; onDark: number };
  light: BrandTheme;
  dark: BrandTheme;
}

/** Where a theme's lightness starts, and which way it goes when contrast is missing: the values of tokens.css. */
interface ThemePlan {
  fill: number;
  text: number;
  towards: -1 | 1;
  foreground: (hue: number) => Oklch;
  soft: (colour: Oklch) => Oklch;
  surfaces: Oklch[];
}

const grey = (lightness: number, chroma: number, hue: number): Oklch => ({ lightness, chroma, hue });

const plans: Record<'light' | 'dark', ThemePlan> = {
  light: {
    fill: 0.52,
    text: 0.475,
    towards: -1,
    foreground: () => grey(1, 0, 0),
    soft: ({ chroma, hue }) => ({ lightness: 0.962, chroma: chroma * 0.16, hue }),
    surfaces: [grey(1, 0, 0), grey(0.978, 0.003, 240), grey(0.981, 0.0025, 240), grey(0.952, 0.004, 240)],
  },
  dark: {
    fill: 0.74,
    text: 0.78,
    towards: 1,
    foreground: (hue) => grey(0.18, 0.02, hue),
    soft: ({ chroma, hue }) => ({ lightness: 0.268, chroma: chroma * 0.34, hue }),
    surfaces: [
      grey(0.163, 0.006, 250),
      grey(0.193, 0.007, 250),
      grey(0.217, 0.008, 250),
      grey(0.262, 0.009, 250),
    ],
  },
};

/**
 * What a brand becomes in both themes: it gives hue and chroma, lightness is solved so that every text keeps a
 * contrast of 4.5:1. Throws for what is not `#rrggbb`.
 */
export function solveBrandColors(hex: string): BrandColors {
  const given = toOklch(hex);
  const colour = { ...given, chroma: Math.min(given.chroma, MOST_CHROMA) };
  return {
    hue: round(colour.hue, 1),
    chroma: round(colour.chroma, 4),
    asGiven: {
      onLight: round(contrast(hex, '#ffffff'), 2),
      onDark: round(contrast(hex, toHex(grey(0.193, 0.007, 250))), 2),
    },
    light: solve(colour, plans.light),
    dark: solve(colour, plans.dark),
  };
}

/** Between two colours `#rrggbb`, 1 to 21, as WCAG counts it. */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function solve(colour: Oklch, plan: ThemePlan): BrandTheme {
  const brandFg = toHex(plan.foreground(colour.hue));
  const brandSoft = toHex(plan.soft(colour));
  const surfaces = [...plan.surfaces.map(toHex), brandSoft];
  const fill = solveLightness(colour, plan.fill, plan.towards, [brandFg]);
  const text = solveLightness(colour, plan.text, plan.towards, surfaces);
  return {
    brand: fill.hex,
    brandFg,
    brandText: text.hex,
    brandSoft,
    fillContrast: fill.contrast,
    textContrast: text.contrast,
  };
}

/** The first lightness from `start` on with enough contrast to all of `against`; at black or white it is the most there is. */
function solveLightness(colour: Oklch, start: number, towards: -1 | 1, against: string[]) {
  for (let lightness = start; ; lightness += towards * 0.005) {
    const hex = toHex({ ...colour, lightness });
    const least = Math.min(...against.map((other) => contrast(hex, other)));
    if (least >= LEAST_CONTRAST || lightness <= 0 || lightness >= 1)
      return { hex, contrast: round(least, 2) };
  }
}

function luminance(hex: string): number {
  const [r, g, b] = linearOf(hex);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** The three channels of sRGB, 0 to 1, without its gamma. */
function linearOf(hex: string): [number, number, number] {
  if (!brandColorPattern.test(hex)) throw new Error(`${hex} is not a colour like #108a9e.`);
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

// Björn Ottosson's matrices, https://bottosson.github.io/posts/oklab/

function toOklch(hex: string): Oklch {
  const [r, g, b] = linearOf(hex);
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const bb = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  const chroma = Math.hypot(a, bb);
  return {
    lightness: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    // A grey has no hue: what is left is rounding.
    chroma: chroma < 0.0005 ? 0 : chroma,
    hue: chroma < 0.0005 ? 0 : ((Math.atan2(bb, a) * 180) / Math.PI + 360) % 360,
  };
}

/** Colours that no screen shows are clipped channel by channel, as browsers do it. */
function toHex({ lightness, chroma, hue }: Oklch): string {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const channels = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  const byte = (linear: number) => {
    const value = linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055;
    return Math.round(Math.min(1, Math.max(0, value)) * 255);
  };
  return `#${channels.map((linear) => byte(linear).toString(16).padStart(2, '0')).join('')}`;
}

function round(value: number, places: number): number {
  return Math.round(value * 10 ** places) / 10 ** places;
}
