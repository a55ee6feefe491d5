"use strict";
const form = document.getElementById("ask-graph");
const answer = document.getElementById("answer");

function cell(tag, words) {
  const made = document.createElement(tag);
  made.textContent = words;
  return made;
}

function row(tag, words) {
  const made = document.createElement("tr");
  made.append(...words.map((word) => cell(tag, word)));
  return made;
}

function table(found) {
  if ("boolean" in found) return cell("p", found.boolean ? "Yes." : "No.");
  const names = found.head.vars;
  const made = document.createElement("table");
  made.createTHead().append(row("th", names));
  made.createTBody().append(...found.results.bindings.map((one) => row("td", names.map((name) => one[name]?.value ?? ""))));
  return made;
}

form.addEventListener("submit", async (event) => {
  const asked = new FormData(form);
  if (asked.get("format") !== "json") return;
  event.preventDefault();
  answer.replaceChildren(cell("p", "Asking …"));
  const given = await fetch("/sparql", { method: "POST", body: new URLSearchParams({ query: asked.get("query") }) });
  const kind = given.headers.get("content-type");
  if (!given.ok) answer.replaceChildren(cell("p", (await given.json()).detail));
  else if (kind.includes("json")) answer.replaceChildren(table(await given.json()));
  else answer.replaceChildren(cell("pre", await given.text()));
});
