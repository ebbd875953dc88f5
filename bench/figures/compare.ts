import { perSecond } from '../report.ts';
import type { Verdict } from '../report.ts';
import { median, ratios } from '../stats.ts';
import { product, productWithoutRedis } from '../subjects/index.ts';
import type { Measured } from '../window.ts';

/** One window's outcome: webhooks a second, and the CPU milliseconds that 1,000 of them took, everything included. */
export interface Round {
  rate: number;
  cpu: number;
}

export type Rounds = Map<string, Round[]>;

/** The CPU of everything that took part, in milliseconds per 1,000 webhooks. */
export const cpuPerThousand = ({ cpu, load }: Measured): number =>
  (Object.entries(cpu).reduce((sum, [role, seconds]) => (role === 'bench' ? sum : sum + seconds), 0) * 1e6) /
  load.accepted;

export const ratesOf = (rounds: Round[]): number[] => rounds.map(({ rate }) => rate);

export interface Comparison {
  other: string;
  what: string;
  show(value: number): string;
  floor: number;
  aim?: number;
}

/**
 * The product's rate against another subject's, round by round. Beside it stands what the ratio would be if both had
 * had the machine to themselves, from the CPU each webhook took: on a shared machine the steadier number.
 */
export function against(rounds: Rounds, name: string, label: string, promise: Comparison): Verdict[] {
  const own = rounds.get(name);
  const beside = rounds.get(promise.other);
  if (!own || !beside) return [];
  const { show, floor, aim } = promise;
  const all = ratios(ratesOf(own), ratesOf(beside));
  const byCpu = median(
    ratios(
      beside.map(({ cpu }) => cpu),
      own.map(({ cpu }) => cpu),
    ),
  );
  const promised = name === product.name;
  return [
    {
      figure: `${label}, ${promise.what}`,
      value:
        `${show(median(all))} (${perSecond(median(ratesOf(own)))} against ${perSecond(median(ratesOf(beside)))}; ` +
        `rounds ${all.map(show).join(', ')}; by CPU spent ${show(byCpu)})`,
      target: promised ? `at least ${show(floor)}${aim ? `, aim ${show(aim)}` : ''}` : '',
      met: promised ? median(all) >= floor : undefined,
    },
  ];
}

/** The product's names with what a figure is called for each; only the product with Redis has promises to keep. */
export const productLabels = (figure: string): [name: string, label: string, promised: boolean][] => [
  [product.name, figure, true],
  [productWithoutRedis.name, `${figure} without Redis`, false],
];
