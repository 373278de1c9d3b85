/** Who gets back and who owes, counted in cents so that all balances add up to nothing. */
import type { Expense, Person } from "../data/group";

export type Balance = { id: string; name: string; amount: number };

/** `amount` above zero: the person gets it back. Cents that cannot be shared go to the first people. */
export function balancesOf(people: (Person & { id: string })[], expenses: Expense[]): Balance[] {
  const cents = new Map(people.map(({ id }) => [id, 0]));
  const add = (id: string, amount: number) => cents.set(id, (cents.get(id) ?? 0) + amount);
  for (const { amount, paidBy } of expenses) {
    const total = Math.round(amount * 100);
    add(paidBy, total);
    const share = Math.floor(total / people.length);
    for (const [index, { id }] of people.entries()) add(id, -share - (index < total - share * people.length ? 1 : 0));
  }
  return people.map(({ id, name }) => ({ id, name, amount: (cents.get(id) ?? 0) / 100 }));
}
