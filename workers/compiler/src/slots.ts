/**
 * A fixed number of isolates for any number of projects: a loader that is asked by name keeps what it loads, so each
 * name more is memory more. A project gets the slot that served it last, which is still warm, or else the one that has
 * been idle for longest.
 */
type Slot = { name: string; owner: string; busy: number };

export class Slots {
  /** The one that was used longest ago first. */
  readonly #slots: Slot[];

  constructor(count: number) {
    this.#slots = Array.from({ length: count }, (_, index) => ({ name: String(index), owner: "", busy: 0 }));
  }

  async use<T>(owner: string, work: (slot: string) => Promise<T>): Promise<T> {
    const slot = this.#choose(owner);
    this.#slots.splice(this.#slots.indexOf(slot), 1);
    this.#slots.push(slot);
    slot.owner = owner;
    slot.busy++;
    try {
      return await work(slot.name);
    } finally {
      slot.busy--;
    }
  }

  #choose(owner: string): Slot {
    const [first, ...others] = this.#slots as [Slot, ...Slot[]];
    const own = this.#slots.find((slot) => slot.owner === owner);
    const least = others.reduce((best, slot) => (slot.busy < best.busy ? slot : best), first);
    return own ?? least;
  }
}
