import { setTimeout as sleep } from 'node:timers/promises';

/** Whether a question is answered without an error in the given time; a late answer is nobody's business any more. */
export function answersWithin(question: Promise<unknown>, ms: number): Promise<boolean> {
  const answered = question.then(
    () => true,
    () => false,
  );
  return Promise.race([answered, sleep(ms, false, { ref: false })]);
}
