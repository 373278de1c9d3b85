export type Person = { name: string };
export type Expense = { description: string; amount: number; paidBy: string };
