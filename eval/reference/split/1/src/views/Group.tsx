import { useTable } from "@edgewright/app-kit";
import { useState } from "react";
import { AddExpense } from "../components/AddExpense";
import { AddPerson } from "../components/AddPerson";
import { AddButton } from "../components/actions";
import { Page } from "../components/Page";
import { Section } from "../components/Section";
import type { Expense, Person } from "../data/group";
import { balancesOf } from "../lib/balances";
import { formatMoney } from "../lib/format";

/** The people of the group, what they paid, and where each stands. */
export function Group() {
  const people = useTable<Person>("people");
  const expenses = useTable<Expense>("expenses");
  const [adding, setAdding] = useState(false);
  const nameOf = (id: string) => people.rows.find((person) => person.id === id)?.name ?? "";

  return (
    <Page title="Shared expenses" narrow>
      <Section title="Balances">
        <ul className="divide-y divide-border rounded-card border border-border bg-surface">
          {balancesOf(people.rows, expenses.rows).map(({ id, name, amount }) => (
            <li key={id} className="flex justify-between px-4 py-2.5">
              {name}
              <span className="tabular-nums">
                {amount === 0 ? "settled" : `${amount > 0 ? "gets back" : "owes"} ${formatMoney(Math.abs(amount))}`}
              </span>
            </li>
          ))}
        </ul>
        <AddPerson onAdd={people.create} />
      </Section>
      <Section title="Expenses" actions={<AddButton onClick={() => setAdding(true)}>Add expense</AddButton>}>
        <ul className="divide-y divide-border rounded-card border border-border bg-surface">
          {expenses.rows.map((expense) => (
            <li key={expense.id} className="flex justify-between gap-4 px-4 py-2.5">
              {expense.description}
              <span className="text-muted">
                {formatMoney(expense.amount)} paid by {nameOf(expense.paidBy)}
              </span>
            </li>
          ))}
        </ul>
      </Section>
      {adding && <AddExpense onAdd={expenses.create} onClose={() => setAdding(false)} />}
    </Page>
  );
}
