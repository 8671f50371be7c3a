/** Answer that was just given in a card, and how it is taken back. */
export type Answered = { text: string; undo(): void };
