(() => {
  const share = document.querySelector(".share");
  if (!share) return;
  const told = document.createElement("span");
  told.setAttribute("role", "status");

  const button = (name, act) => {
    const made = share.appendChild(document.createElement("button"));
    made.type = "button";
    made.textContent = name;
    made.addEventListener("click", act);
  };

  // A page that was opened as a file may lack the clipboard.
  const copyOldWay = text => {
    const area = document.body.appendChild(document.createElement("textarea"));
    area.value = text;
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done ? Promise.resolve() : Promise.reject(new Error("refused"));
  };

  const copy = text =>
    navigator.clipboard
      ? navigator.clipboard.writeText(text).catch(() => copyOldWay(text))
      : copyOldWay(text);

  const save = () => {
    const image = new Image();
    image.addEventListener("load", () => {
      const canvas = document.createElement("canvas");
      canvas.width = image.naturalWidth;
      canvas.height = image.naturalHeight;
      canvas.getContext("2d").drawImage(image, 0, 0);
      const link = document.createElement("a");
      link.href = canvas.toDataURL("image/png");
      link.download = "coreyield.png";
      link.click();
      told.textContent = "Saved as coreyield.png.";
    });
    image.src = "data:image/svg+xml," + encodeURIComponent(share.dataset.card);
  };

  if (share.dataset.markdown) {
    button("Copy as Markdown", () =>
      copy(share.dataset.markdown).then(
        () => { told.textContent = "Copied."; },
        () => { told.textContent = "The browser refused: copy report/tables instead."; }));
  }
  button("Save as picture", save);
  share.append(told);
  share.hidden = false;
})();
