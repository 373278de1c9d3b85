/** What one can ask for, to start from. Each fills the prompt, none sends it. */
export const EXAMPLES: { label: string; prompt: string }[] = [
  {
    label: "Vehicle fleet",
    prompt: "Track our vehicles and their repairs. A vehicle has a plate, a model and a driver; a repair has a date, a garage and a cost.",
  },
  {
    label: "Equipment loans",
    prompt: "Lend out equipment. Each item has a name, a serial number and a state; a loan has a borrower, a start date and a due date.",
  },
  {
    label: "Hiring board",
    prompt: "A board of candidates by stage: applied, interview, offer, hired. Each has a name, e-mail, role, rating and notes.",
  },
  {
    label: "Leave calendar",
    prompt: "A calendar of leave requests with employee, first day, last day, kind and status, and a form to ask for leave.",
  },
  {
    label: "Stock",
    prompt: "Keep stock of parts with name, supplier, quantity, minimum quantity and price, and a chart of stock value by supplier.",
  },
];
