(() => {
  const figures = [...document.querySelectorAll("figure.scaling")];
  const chosen = {kernel: new Set(), placement: new Set()};

  const show = () => {
    for (const figure of figures) {
      figure.hidden = !Object.entries(chosen).every(([what, names]) => names.has(figure.dataset[what]));
    }
  };

  for (const [what, names] of Object.entries(chosen)) {
    for (const figure of figures) names.add(figure.dataset[what]);
    if (names.size < 2) continue;
    const group = document.createElement("fieldset");
    group.className = "toggles";
    group.appendChild(document.createElement("legend")).textContent = what === "kernel" ? "Kernels" : "Placements";
    for (const name of [...names]) {
      const label = group.appendChild(document.createElement("label"));
      const box = label.appendChild(document.createElement("input"));
      box.type = "checkbox";
      box.checked = true;
      box.addEventListener("change", () => {
        box.checked ? names.add(name) : names.delete(name);
        show();
      });
      label.append(name);
    }
    figures[0].parentElement.before(group);
  }
})();
