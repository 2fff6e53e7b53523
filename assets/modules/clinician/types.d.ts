/* Words that the scripts of a plan share. */

/* A level of a plan, with the patient's own side. */
export interface Chosen {
  level: string;
  side: string;
}
/* What a needle goes to, on which side, and for which levels. */
export interface Reached {
  point: string;
  side: string;
  levels: string[];
}
export interface Ladder {
  levels: Chosen[];
  codes: { code: string; units: number }[];
}
export interface Reckoned {
  done: Chosen[];
  refused: Chosen[];
  points: Reached[];
  needles: number;
  shared: Reached[];
  completed: Chosen[];
  ladders: Ladder[];
  flags: string[];
}
