import fc from 'fast-check';
import { PriorityQueue } from './priority-queue.ts';

interface Job {
  priority: number;
  name: number;
}

const drain = (queue: PriorityQueue<Job>) => {
  const found: Job[] = [];
  for (let job = queue.shift(); job; job = queue.shift()) found.push(job);
  return found;
};

describe('PriorityQueue', () => {
  it('gives nothing when it is empty', () => {
    const queue = new PriorityQueue<Job>();
    expect(queue.shift()).toBeUndefined();
    expect(queue.length).toBe(0);
  });

  it('gives higher priorities first, and the earlier first within one', () => {
    const queue = new PriorityQueue<Job>();
    [0, 5, -1, 5, 0, 10].forEach((priority, name) => queue.push({ priority, name }));
    expect(drain(queue).map(({ name }) => name)).toEqual([5, 1, 3, 0, 4, 2]);
  });

  it('takes a priority up again that had run out', () => {
    const queue = new PriorityQueue<Job>();
    queue.push({ priority: 5, name: 1 });
    queue.shift();
    queue.push({ priority: 0, name: 2 });
    queue.push({ priority: 5, name: 3 });
    expect(drain(queue).map(({ name }) => name)).toEqual([3, 2]);
  });

  it('behaves like a stable sort through any pushing and taking', () => {
    const step = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constant('take' as const));
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const queue = new PriorityQueue<Job>();
        let model: Job[] = [];
        steps.forEach((now, name) => {
          if (now === 'take') {
            const wanted = [...model].sort((a, b) => b.priority - a.priority)[0];
            expect(queue.shift()).toEqual(wanted);
            model = model.filter((job) => job !== wanted);
          } else {
            const job = { priority: now, name };
            queue.push(job);
            model.push(job);
          }
          expect(queue.length).toBe(model.length);
        });
        expect(drain(queue)).toEqual([...model].sort((a, b) => b.priority - a.priority));
      }),
    );
  });
});
