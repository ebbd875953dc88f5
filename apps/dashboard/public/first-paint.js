// Before the first paint, so that a dark page never flashes white, and a page in Arabic never stands on the wrong side.
{
  const root = document.documentElement;
  const theme = localStorage.getItem('waypost.theme');
  const dark = theme ? theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  root.dataset.theme = dark ? 'dark' : 'light';

  // The first of a browser's languages that the pages have too, until somebody chooses.
  const known = ['en', 'es', 'ar'];
  const wanted = [localStorage.getItem('waypost.locale'), ...navigator.languages];
  root.lang = wanted.map((tag) => tag?.slice(0, 2).toLowerCase()).find((tag) => known.includes(tag)) ?? 'en';
  root.dir = root.lang === 'ar' ? 'rtl' : 'ltr';
}
