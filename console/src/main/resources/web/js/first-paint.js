// Runs before the first paint, so that a light desk does not flash dark.
(() => {
  let choice = 'dark';
  try {
    choice = localStorage.getItem('watchfloor.theme') ?? choice;
  } catch {
    // storing is forbidden here
  }
  const light = choice === 'light' || (choice === 'system' && matchMedia('(prefers-color-scheme: light)').matches);
  document.documentElement.dataset.theme = light ? 'light' : 'dark';
})();
