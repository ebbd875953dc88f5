import { Inject, Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { Log } from '../logging/logger.ts';
import { PROCESS_KIND } from '../tokens.ts';

/** What a metric is called (`waypost_` and snake case, the unit at the end), what it says, and what tells its series apart. */
export interface MetricName<Label extends string> {
  name: string;
  help: string;
  labels?: readonly Label[];
}

/** From a millisecond to the longest a project may take to answer. */
const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15, 30];

/** The metrics of this process, for Prometheus. Labels are of few values: ids of tenants and rows stay in the log. */
@Injectable()
export class Metrics {
  readonly #registry = new Registry();

  constructor(@Inject(PROCESS_KIND) process: string, log: Log) {
    this.#registry.setDefaultLabels({ process });
    collectDefaultMetrics({ register: this.#registry });
    this.gauge({ name: 'waypost_log_errors', help: 'Errors written to the log since the process started' }, (set) =>
      set({}, log.failures),
    );
  }

  counter<Label extends string = never>({ name, help, labels = [] }: MetricName<Label>): Counter<Label> {
    return new Counter({ name, help, labelNames: labels, registers: [this.#registry] });
  }

  /** Of durations in seconds. */
  histogram<Label extends string = never>({ name, help, labels = [] }: MetricName<Label>): Histogram<Label> {
    return new Histogram({ name, help, labelNames: labels, buckets: SECONDS, registers: [this.#registry] });
  }

  /** A figure that is read when somebody asks; `read` sets it for each series. */
  gauge<Label extends string = never>(
    { name, help, labels = [] }: MetricName<Label>,
    read: (set: (labels: Partial<Record<Label, string>>, value: number) => void) => void | Promise<void>,
  ): void {
    const gauge: Gauge<Label> = new Gauge({
      name,
      help,
      labelNames: labels,
      registers: [this.#registry],
      collect: async () => {
        gauge.reset();
        await read((which, value) => gauge.set(which as Record<Label, string>, value));
      },
    });
  }

  /** All of it in the text format of Prometheus. */
  async text(): Promise<{ type: string; body: string }> {
    return { type: this.#registry.contentType, body: await this.#registry.metrics() };
  }
}
