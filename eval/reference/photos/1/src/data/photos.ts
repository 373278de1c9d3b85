export type Photo = { address: string; caption: string; poster: string };
/** `key` names the photo and the person, and is there once. */
export type Like = { photo: string; key: string };

export const likeKey = (photo: string, person: string) => `${photo}/${person}`;
