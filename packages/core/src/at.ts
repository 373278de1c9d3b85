/** Items of a list at indexes that are known to be in it. Whoever does not know asks `list[index]` or `list.at(-1)` and handles absence. */

export function at<T>(list: ArrayLike<T>, index: number): T {
  if (!Number.isInteger(index) || index < 0 || index >= list.length)
    throw new RangeError(`There is no item ${index} in a list of ${list.length}.`);
  // The index was checked, and `T` itself may include `undefined`.
  return list[index] as T;
}

export const first = <T>(list: ArrayLike<T>): T => at(list, 0);

export const last = <T>(list: ArrayLike<T>): T => at(list, list.length - 1);
