/** Small pages for the judge's tests: one that works, and two that only look as if. */

const page = (title: string, body: string) => `<!doctype html><html lang="en"><title>${title}</title><body>${body}</body></html>`;

export const HELLO = page("Hello", "<h1>Hello</h1><p>Welcome to this app.</p>");

/** A list whose items have an amount, a stage and a box; kept in the browser and shared between windows. */
export const WORKING = page(
  "Things",
  `<nav><a href="#list">Things</a> <a href="#board">Board</a></nav>
<h1>Things</h1>
<form id="form">
  <label>Name <input id="name"></label>
  <label>Amount <input id="amount" type="number" step="any"></label>
  <label>Due <input id="due" type="date"></label>
  <label>Stage <select id="stage"><option>First</option><option>Second</option></select></label>
  <fieldset><legend>Size</legend><label><input type="radio" name="size" value="small">Small</label><label><input type="radio" name="size" value="large">Large</label></fieldset>
  <button>Add thing</button>
</form>
<input type="search" aria-label="Search">
<label>Diary <textarea></textarea></label>
<div id="things"></div>
<div id="columns"></div>
<figure><figcaption>Spending</figcaption><svg width="200" height="100"><text y="20">Food</text></svg></figure>
<img alt="A sunrise" width="10" height="10" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">
<p>The sum is <b id="sum">0</b> and the price 1,250.50.</p>
<p>The meaning is near: 42</p>
<script>
  const load = () => JSON.parse(localStorage.things ?? "[]");
  const store = (things) => { localStorage.things = JSON.stringify(things); show(); };
  const element = (tag, props, ...children) => { const made = Object.assign(document.createElement(tag), props); made.append(...children); return made; };
  const edit = (id, patch) => store(load().map((thing) => (thing.id === id ? { ...thing, ...patch } : thing)));
  function show() {
    const words = document.querySelector("[type=search]").value.toLowerCase();
    const shown = load().filter((thing) => thing.name.toLowerCase().includes(words));
    document.querySelector("#sum").textContent = load().reduce((sum, thing) => sum + thing.amount, 0);
    document.querySelector("#things").replaceChildren(...shown.map(card));
    const columns = ["First", "Second"].map((stage) => column(stage, shown.filter((thing) => thing.stage === stage)));
    document.querySelector("#columns").replaceChildren(...(location.hash === "#board" ? columns : []));
  }
  const card = (thing) => element("div", {},
    element("input", { type: "checkbox", ariaLabel: "Done", checked: thing.done, onchange: (event) => edit(thing.id, { done: event.target.checked }) }),
    element("span", { textContent: thing.name }), " ", element("i", { textContent: thing.amount + (thing.size ? " " + thing.size : "") + (thing.due ? " " + thing.due : "") }),
    element("button", { textContent: "Edit", onclick: () => change(thing) }),
    element("button", { textContent: "Delete", onclick: () => confirm("Really?") && store(load().filter(({ id }) => id !== thing.id)) }));
  function change(thing) {
    const name = element("input", { value: thing.name });
    const save = () => { edit(thing.id, { name: name.value }); dialog.close(); dialog.remove(); };
    const dialog = element("dialog", {}, element("label", { textContent: "Name" }, name), element("button", { textContent: "Save", onclick: save }));
    document.body.append(dialog);
    dialog.showModal();
  }
  const column = (stage, things) => {
    const made = element("section", { ariaLabel: stage }, element("h2", { textContent: stage }), ...things.map((thing) => {
      const dragged = element("div", { draggable: true, textContent: "Card " + thing.name });
      dragged.ondragstart = (event) => event.dataTransfer.setData("text/plain", thing.id);
      return dragged;
    }));
    made.style.minHeight = "60px";
    made.ondragover = (event) => event.preventDefault();
    made.ondrop = (event) => edit(event.dataTransfer.getData("text/plain"), { stage });
    return made;
  };
  form.onsubmit = (event) => {
    event.preventDefault();
    const value = (id) => document.getElementById(id).value;
    if (value("name") === "") return;
    const size = document.querySelector("[name=size]:checked")?.value;
    store([...load(), { id: String(Math.random()), name: value("name"), amount: Number(value("amount")), due: value("due"), stage: value("stage"), size }]);
    form.reset();
  };
  for (const event of ["storage", "hashchange"]) window.addEventListener(event, show);
  document.querySelector("[type=search]").oninput = show;
  show();
</script>`,
);

/** A fake: it has a field for every label and only repeats what is typed. */
export const parrot = (labels: string[]) =>
  page(
    "Parrot",
    `<form id="form">${labels.map((label) => `<label>${label} <input></label>`).join("\n")}<button>Add</button><button>Save</button></form>
<ul id="list"></ul>
<script>
  const show = () => list.replaceChildren(...JSON.parse(localStorage.said ?? "[]").map((text) => Object.assign(document.createElement("li"), { textContent: text })));
  form.onsubmit = (event) => {
    event.preventDefault();
    const text = [...form.querySelectorAll("input")].map((input) => input.value).filter(Boolean).join(" ");
    localStorage.said = JSON.stringify([...JSON.parse(localStorage.said ?? "[]"), text]);
    form.reset();
    show();
  };
  show();
</script>`,
  );
