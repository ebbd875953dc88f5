import { Notes } from './notes.ts';

interface Note {
  seen: number | null;
  refused: number | null;
}
const blank = (): Note => ({ seen: null, refused: null });

describe('Notes', () => {
  it('hands out the first note of a key at once and the latest of the next ten seconds after them', () => {
    const notes = new Notes<Note>();
    notes.set('a', { seen: 1, refused: null });
    expect(notes.takeDue(1_000)).toEqual([['a', { seen: 1, refused: null }]]);
    notes.set('a', { seen: 2, refused: null });
    notes.set('a', { seen: 3, refused: null });
    notes.set('b', { seen: 9, refused: null });
    expect(notes.takeDue(2_000)).toEqual([['b', { seen: 9, refused: null }]]);
    expect(notes.takeDue(10_999)).toEqual([]);
    expect(notes.takeDue(11_000)).toEqual([['a', { seen: 3, refused: null }]]);
    expect(notes.takeDue(99_000)).toEqual([]);
  });

  it('hands out everything at the end', () => {
    const notes = new Notes<Note>();
    notes.set('a', { seen: 1, refused: null });
    notes.takeDue(0);
    notes.set('a', { seen: 2, refused: null });
    expect(notes.takeDue(1, { all: true })).toEqual([['a', { seen: 2, refused: null }]]);
  });

  it('keeps what could not be written, and what came meanwhile beside it', () => {
    const notes = new Notes<Note>();
    notes.edit('a', blank).refused = 1;
    const taken = notes.takeDue(0);
    notes.edit('a', blank).seen = 2;
    notes.giveBack(taken);
    expect(notes.takeDue(1)).toEqual([['a', { seen: 2, refused: 1 }]]);
  });

  it('does not grow without end', () => {
    const notes = new Notes<Note>();
    for (let at = 0; at < 30_000; at += 1) notes.edit(`key ${at}`, blank).seen = at;
    expect(notes.takeDue(0)).toHaveLength(20_000);
  });
});
