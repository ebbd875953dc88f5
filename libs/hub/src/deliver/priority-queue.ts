/** First in, first out within a priority; higher priorities before lower ones. */
export class PriorityQueue<Item extends { priority: number }> {
  private readonly levels = new Map<number, Item[]>();
  private order: number[] = [];
  private count = 0;

  get length(): number {
    return this.count;
  }

  push(item: Item): void {
    let level = this.levels.get(item.priority);
    if (!level) {
      this.levels.set(item.priority, (level = []));
      this.order = [...this.levels.keys()].sort((a, b) => b - a);
    }
    level.push(item);
    this.count += 1;
  }

  shift(): Item | undefined {
    for (const priority of this.order) {
      const level = this.levels.get(priority);
      const item = level?.shift();
      if (item === undefined) continue;
      if (level?.length === 0) {
        this.levels.delete(priority);
        this.order = this.order.filter((other) => other !== priority);
      }
      this.count -= 1;
      return item;
    }
    return undefined;
  }
}
