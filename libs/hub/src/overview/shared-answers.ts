/** Enough for everybody who looks at the same time; more tenants than that just ask again. */
const MOST = 1_000;

/** Answers that many ask for at the same time, and again and again: asked once, and kept for a moment. */
export class SharedAnswers<Answer> {
  private readonly kept = new Map<string, { answer: Promise<Answer>; until: number }>();
  private readonly keepMs: number;

  constructor(keepMs: number) {
    this.keepMs = keepMs;
  }

  get(key: string, ask: () => Promise<Answer>): Promise<Answer> {
    const known = this.kept.get(key);
    if (known && performance.now() < known.until) return known.answer;
    if (this.kept.size >= MOST) this.dropOld();
    // While it is being asked for it is everybody's; from its arrival on it is kept for a moment.
    const entry = { answer: ask(), until: Infinity };
    this.kept.set(key, entry);
    entry.answer.then(
      () => (entry.until = performance.now() + this.keepMs),
      () => this.kept.delete(key),
    );
    return entry.answer;
  }

  private dropOld(): void {
    const now = performance.now();
    for (const [key, { until }] of this.kept) if (until <= now) this.kept.delete(key);
  }
}
