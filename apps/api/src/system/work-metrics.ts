import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type OpenWork, QueueFiguresService } from '@waypost/hub';
import { Metrics } from '@waypost/platform';

/** What is owed, for Prometheus: the age of the oldest work is what to scale workers and to wake people by. */
@Injectable()
export class WorkMetrics implements OnModuleInit {
  private asked?: Promise<OpenWork[]>;

  constructor(
    private readonly metrics: Metrics,
    private readonly figures: QueueFiguresService,
  ) {}

  onModuleInit(): void {
    this.metrics.gauge(
      { name: 'waypost_work_items', help: 'Work that is not finished, counted from the rows', labels: ['queue', 'state'] },
      async (set) => {
        for (const { queue, pending, active, waiting } of await this.open()) {
          set({ queue, state: 'pending' }, pending);
          set({ queue, state: 'active' }, active);
          set({ queue, state: 'waiting' }, waiting);
        }
      },
    );
    this.metrics.gauge(
      { name: 'waypost_work_oldest_seconds', help: 'How long the oldest due work has been due', labels: ['queue'] },
      async (set) => {
        for (const { queue, oldestSeconds } of await this.open()) set({ queue }, oldestSeconds);
      },
    );
  }

  /** Both figures of one scrape come from one look. */
  private open(): Promise<OpenWork[]> {
    this.asked ??= this.figures.open().finally(() => (this.asked = undefined));
    return this.asked;
  }
}
