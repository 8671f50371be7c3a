/** Tells the page's styles how high one of its parts is, which grows when something goes wrong. */
const heightAs = (name: string) => (element: HTMLElement | null) => {
  const page = element?.closest<HTMLElement>('[data-call]');
  if (!element || !page) return;
  const tell = () => page.style.setProperty(name, `${element.offsetHeight}px`);
  tell();
  const observer = new ResizeObserver(tell);
  observer.observe(element, { box: 'border-box' });
  return () => observer.disconnect();
};

export const playerHeight = heightAs('--player');
export const headHeight = heightAs('--head');
