/** Whether lines run to the left where this stands. */
export const isRightToLeft = (element: Element): boolean => getComputedStyle(element).direction === 'rtl';
