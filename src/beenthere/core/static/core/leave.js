// “Leave” works without this. With it, the page you leave is also taken out of the Back button,
// and pressing Escape three times does the same as the button.
(() => {
  const link = document.querySelector("[data-leave]");
  if (!link) return;
  let presses = [];
  const leave = (event) => {
    event.preventDefault();
    document.documentElement.hidden = true;
    location.replace(link.href);
  };
  link.addEventListener("click", leave);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") { presses = []; return; }
    presses = [...presses.slice(-2), event.timeStamp];
    if (presses.length === 3 && presses[2] - presses[0] < 2000) leave(event);
  });
})();
