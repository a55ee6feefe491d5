"use strict";
const form = document.getElementById("give");
const drop = document.getElementById("drop");
for (const name of ["dragover", "dragleave", "drop"]) {
  form.addEventListener(name, (event) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    drop.classList.toggle("over", name === "dragover");
    if (name === "drop") document.getElementById("file").files = event.dataTransfer.files;
  });
}
