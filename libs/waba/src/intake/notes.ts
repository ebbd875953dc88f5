/** How often one key may be written. */
const QUIET_MS = 10_000;
/** More keys than that at a time are not noted: memory has an end. */
const MOST = 20_000;

interface Kept<Note> {
  /** Null when there is nothing that is not written yet. */
  note: Note | null;
  writtenAt: number;
}

/** The latest note per key, handed out for writing at most once in ten seconds per key, the first one at once. */
export class Notes<Note extends object> {
  private readonly kept = new Map<string, Kept<Note>>();

  set(key: string, note: Note): void {
    const kept = this.kept.get(key);
    if (kept) kept.note = note;
    else if (this.kept.size < MOST) this.kept.set(key, { note, writtenAt: -Infinity });
  }

  /** The note of a key to be changed in place; when there is no room for another key, a note that goes nowhere. */
  edit(key: string, blank: () => Note): Note {
    const kept = this.kept.get(key);
    if (kept) return (kept.note ??= blank());
    const note = blank();
    this.set(key, note);
    return note;
  }

  /** What is to be written now (everything, with `all`). Keys that have been quiet are forgotten. */
  takeDue(now: number, { all = false }: { all?: boolean } = {}): [string, Note][] {
    const due: [string, Note][] = [];
    for (const [key, kept] of this.kept) {
      if (!all && now - kept.writtenAt < QUIET_MS) continue;
      if (kept.note === null) {
        this.kept.delete(key);
        continue;
      }
      due.push([key, kept.note]);
      this.kept.set(key, { note: null, writtenAt: now });
    }
    return due;
  }

  /** Notes that could not be written: due again at once, unless something newer has come. */
  giveBack(notes: [string, Note][]): void {
    for (const [key, note] of notes) {
      const kept = this.kept.get(key);
      this.kept.set(key, {
        note: kept?.note ? { ...note, ...known(kept.note) } : note,
        writtenAt: -Infinity,
      });
    }
  }
}

/** What a note says, without what it leaves open. */
function known<Note extends object>(note: Note): Partial<Note> {
  return Object.fromEntries(Object.entries(note).filter(([, value]) => value !== null)) as Partial<Note>;
}
