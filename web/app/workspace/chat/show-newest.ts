/** Whoever says something is shown where it stands, however far up they were reading. The conversation is laid out from its foot, so that is at 0. */
export const showNewest = () => document.querySelector("[data-chat-scroll]")?.scrollTo({ top: 0 });
