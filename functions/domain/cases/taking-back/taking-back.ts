/** An officer took their latest command back before any letter of it left. `command`: its id, as its events bear it. */
export type TakenBackEvent = { readonly type: 'taken-back'; readonly command: string };
