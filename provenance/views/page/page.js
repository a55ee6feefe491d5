"use strict";
const data = JSON.parse(document.getElementById("data").textContent);
const pictures = Object.keys(data);
const byId = (id) => document.getElementById(id);
const panel = byId("proof");
const hint = panel.firstElementChild;
const tools = byId("tools");
let shown = pictures[0];
let zoom = 1;
let playing = 0;

function eachLine(name, visit) {
  for (const [id, line] of Object.entries(data[name].lines)) {
    const at = byId(id);
    if (at) visit(at, line, id);
  }
}

function eachBox(name, visit) {
  for (const [id, box] of Object.entries(data[name].boxes)) visit(byId(id), box, id);
}

function prepared(name) {
  eachLine(name, (at, line, id) => {
    const way = at.querySelector(".way");
    const hit = way.cloneNode();
    hit.setAttribute("class", "hit");
    at.append(hit);
    const boxes = data[name].boxes;
    pointable(at, id, `${boxes[line.tail].name} to ${boxes[line.head].name}, ${line.sure}%`);
    byId(`${id}-words`).addEventListener("click", () => choose(id));
  });
  eachBox(name, (at, box, id) => pointable(at, id, `${box.name}${box.date ? `, ${box.date}` : ""}`));
}

function pointable(at, id, words) {
  at.setAttribute("tabindex", "0");
  at.setAttribute("role", "button");
  at.setAttribute("aria-label", words);
  at.addEventListener("click", () => choose(id));
  at.addEventListener("focus", () => choose(id));
  at.addEventListener("keydown", (event) => walk(event, id));
}

function choose(id) {
  for (const old of document.querySelectorAll(".chosen")) old.classList.remove("chosen");
  byId(id).classList.add("chosen");
  const { boxes, lines } = data[shown];
  const parts = [];
  if (boxes[id]) {
    const title = document.createElement("h3");
    title.textContent = `${boxes[id].name}${boxes[id].date ? `, ${boxes[id].date}` : ""}`;
    parts.push(title);
    const words = byId(id).querySelector("title").textContent.split("\n").slice(1);
    for (const line of words) {
      const paragraph = document.createElement("p");
      paragraph.textContent = line;
      parts.push(paragraph);
    }
    eachLine(shown, (_, line, name) => {
      if (line.head === id || line.tail === id) parts.push(...copied(name));
    });
  } else if (lines[id]) {
    byId(id).classList.add("chosen");
    parts.push(...copied(id));
  }
  panel.replaceChildren(...parts);
}

function copied(id) {
  const copy = byId(`of-${id}`).cloneNode(true);
  copy.removeAttribute("id");
  return [...copy.childNodes];
}

function walk(event, id) {
  const { boxes, lines } = data[shown];
  const ways = Object.entries(lines).filter(([name]) => byId(name) && !byId(name).classList.contains("gone"));
  let next;
  if (event.key === "ArrowRight") next = boxes[id] ? ways.find(([, line]) => line.tail === id)?.[0] : lines[id].head;
  else if (event.key === "ArrowLeft") next = boxes[id] ? ways.find(([, line]) => line.head === id)?.[0] : lines[id].tail;
  else if (event.key === "ArrowDown" || event.key === "ArrowUp") next = beside(ways, id, event.key === "ArrowDown" ? 1 : -1);
  else if (event.key === "Enter" || event.key === " ") panel.focus();
  else return;
  event.preventDefault();
  if (next) byId(next).focus();
}

function beside(ways, id, step) {
  const { boxes, lines } = data[shown];
  const row = boxes[id]
    ? Object.keys(boxes).filter((name) => !byId(name).classList.contains("gone"))
    : ways.filter(([, line]) => line.tail === lines[id].tail || line.head === lines[id].head).map(([name]) => name);
  return row[row.indexOf(id) + step];
}

function filtered() {
  const outlet = byId("outlet").value;
  const sure = Number(byId("sure").value);
  byId("sure").nextElementSibling.textContent = `${sure}% sure`;
  const until = byId("until");
  const day = until ? until.dataset.dates.split(" ")[Number(until.value)] : "";
  if (until) until.nextElementSibling.textContent = day;
  const kinds = new Set([...byId("kinds").querySelectorAll("input:checked")].map((box) => box.value));
  for (const name of pictures) {
    const { boxes, lines } = data[name];
    const gone = new Set();
    for (const [id, box] of Object.entries(boxes)) if (!isKind(kinds, box.shape) || (day && box.date > day)) gone.add(id);
    const left = (line) => line.sure >= sure && !gone.has(line.tail) && !gone.has(line.head);
    const tied = new Set(Object.values(lines).flatMap((line) => [line.tail, line.head]));
    const held = new Set(Object.values(lines).filter(left).flatMap((line) => [line.tail, line.head]));
    for (const [id, box] of Object.entries(boxes)) if (tied.has(id) && !held.has(id) && !isLate(box)) gone.add(id);
    const near = outlet ? connected(boxes, lines, outlet) : null;
    eachBox(name, (at, _, id) => {
      at.classList.toggle("gone", gone.has(id));
      at.classList.toggle("faded", Boolean(near) && !near.has(id));
    });
    eachLine(name, (at, line, id) => {
      for (const part of [at, byId(`${id}-words`)]) {
        part.classList.toggle("gone", !left(line));
        part.classList.toggle("faded", Boolean(near) && !(near.has(line.tail) && near.has(line.head)));
      }
    });
  }
}

function isKind(kinds, shape) {
  return shape === "sources" || kinds.has(shape === "articles" ? "article" : shape);
}

function isLate(box) {
  return box.shape === "article" && Number(byId("sure").value) === 0;
}

function connected(boxes, lines, outlet) {
  const all = Object.values(lines);
  const start = Object.entries(boxes).filter(([, box]) => box.name === outlet || box.words.includes(outlet.toLowerCase()));
  const reached = new Set(start.map(([id]) => id));
  for (const [from, to] of [["head", "tail"], ["tail", "head"]]) {
    const waiting = start.map(([id]) => id);
    const seen = new Set(waiting);
    while (waiting.length) {
      const at = waiting.pop();
      for (const line of all) {
        if (line[from] === at && !seen.has(line[to])) {
          seen.add(line[to]);
          reached.add(line[to]);
          waiting.push(line[to]);
        }
      }
    }
  }
  return reached;
}

function find(event) {
  const words = byId("find").value.trim().toLowerCase();
  const hits = [];
  eachBox(shown, (at, box, id) => {
    const hit = words && box.words.includes(words) && !at.classList.contains("gone");
    at.classList.toggle("found", Boolean(hit));
    if (hit) hits.push(id);
  });
  if (hits.length && event.key === "Enter") {
    event.preventDefault();
    const next = hits[(hits.indexOf(find.last) + 1) % hits.length];
    find.last = next;
    byId(next).scrollIntoView({ block: "center", inline: "center" });
    choose(next);
  }
}

function sized() {
  for (const name of pictures) {
    const svg = byId(name).firstElementChild;
    svg.style.width = `${svg.viewBox.baseVal.width * zoom}px`;
  }
}

function scaled(size) {
  zoom = Math.min(3, Math.max(0.03, size));
  sized();
}

function whole() {
  const figure = byId(shown);
  const { width, height } = figure.firstElementChild.viewBox.baseVal;
  scaled(Math.min(1, (figure.clientWidth - 12) / width, (0.8 * innerHeight - 12) / height));
}

function readable() {
  const figure = byId(shown);
  scaled(Math.max(0.75, Math.min(1, (figure.clientWidth - 12) / figure.firstElementChild.viewBox.baseVal.width)));
  const start = [".origin", ".bottleneck", ".box"].map((kind) => figure.querySelector(kind)).find(Boolean);
  if (!start) return;
  const [at, within] = [start.getBoundingClientRect(), figure.getBoundingClientRect()];
  figure.scrollBy(at.left - within.left - 40, at.top + at.height / 2 - within.top - figure.clientHeight / 2);
}

function show(name) {
  shown = name;
  for (const one of pictures) byId(one).hidden = one !== name;
  panel.replaceChildren(hint);
  readable();
}

function play() {
  const until = byId("until");
  if (playing) {
    clearInterval(playing);
    playing = 0;
    byId("play").textContent = "Play";
    return;
  }
  if (until.value === until.max) until.value = 0;
  byId("play").textContent = "Stop";
  filtered();
  playing = setInterval(() => {
    until.value = Number(until.value) + 1;
    filtered();
    if (until.value === until.max) play();
  }, 900);
}

function save() {
  const svg = byId(shown).firstElementChild.cloneNode(true);
  for (const part of svg.querySelectorAll(".gone, .hit")) part.remove();
  if (!svg.querySelector("style")) svg.prepend(styled());
  const file = new Blob([new XMLSerializer().serializeToString(svg)], { type: "image/svg+xml" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = "chain.svg";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

function styled() {
  const style = document.createElementNS("http://www.w3.org/2000/svg", "style");
  style.textContent = [...byId("styles").sheet.cssRules].map((rule) => rule.cssText).join("\n");
  return style;
}

pictures.forEach(prepared);
tools.hidden = false;
byId("filters").open = !matchMedia("(max-width: 60rem)").matches;
show(shown);
tools.addEventListener("submit", (event) => event.preventDefault());
for (const id of ["outlet", "sure", "until", "kinds"]) byId(id)?.addEventListener("input", filtered);
byId("find").addEventListener("input", find);
byId("find").addEventListener("keydown", find);
byId("play")?.addEventListener("click", play);
byId("save").addEventListener("click", save);
byId("larger").addEventListener("click", () => scaled(zoom * 1.25));
byId("smaller").addEventListener("click", () => scaled(zoom / 1.25));
byId("whole").addEventListener("click", whole);
byId("unfold")?.addEventListener("click", () => {
  const full = shown !== "full";
  byId("unfold").setAttribute("aria-pressed", String(full));
  show(full ? "full" : "short");
});
