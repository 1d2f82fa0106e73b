// Blocks the first paint on purpose: the chosen theme and language are on <html> before a pixel shows.
(() => {
  const root = document.documentElement;
  let theme = null;
  let locale = null;
  try {
    theme = localStorage.getItem('armorpos.theme');
    locale = localStorage.getItem('armorpos.locale');
  } catch {
    // A browser that refuses storage still gets the system's theme and English.
  }
  const light = matchMedia('(prefers-color-scheme: light)').matches;
  root.dataset.theme = theme === 'dark' || theme === 'light' ? theme : light ? 'light' : 'dark';
  if (locale === 'ar') {
    root.lang = 'ar';
    root.dir = 'rtl';
  }
})();
